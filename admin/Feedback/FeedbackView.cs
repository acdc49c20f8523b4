using RbcBot.Core.Conversations;
using RbcBot.Core.Evaluation;
using RbcBot.Core.Programme;
using RbcBot.Core.Reports;
using RbcBot.Core.Texts;
using ReportCharts = RbcBot.Core.Reports.Charts;

namespace RbcBot.Admin.Feedback;

/// <summary>Results of tests and feedback rounds.</summary>
/// <param name="Comparisons">The same people at two moments.</param>
public sealed record FeedbackView(
    IReadOnlyList<TestResult> Tests, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<Opinion> Opinions)
{
    /// <summary>Of which moment it is; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    public bool IsEmpty => Tests.Count == 0 && Opinions.Count == 0;

    internal static FeedbackView Of(Catalogue catalogue, IReadOnlyList<Session> tests, IReadOnlyList<Session> feedback, Language language)
    {
        (tests, feedback) = ([.. tests.Where(session => !session.IsKeptOut)], [.. feedback.Where(session => !session.IsKeptOut)]);
        List<TestResult> results = [.. catalogue.Rounds.Where(round => round.Kind == RoundKind.Test)
            .OrderBy(round => round.OpenedAt).Select(round => TestResult.Of(round, tests, catalogue.Forms))];
        return new FeedbackView(
            results,
            [.. results.Select(result => result.Round.Module).Distinct()
                .SelectMany(module => PrePost.Of(module, results))
                .Select(result => new Comparison(result, Slope(result, language)))],
            [.. catalogue.Rounds.Where(round => round.Kind == RoundKind.Feedback && catalogue.Forms.ContainsKey(round.FormVersion))
                .OrderBy(round => round.OpenedAt).Select(round => Opinion(round, catalogue, feedback, language))]);
    }

    static Figure? Slope(PrePost result, Language language) =>
        ReportCharts.Results(language, result) is { } slopes ? new Figure($"slope-{result.Module}-{result.Later}") { Slopes = slopes } : null;

    static Opinion Opinion(Round round, Catalogue catalogue, IReadOnlyList<Session> sessions, Language language)
    {
        var items = FeedbackItems.Of(
            [.. sessions.Where(session => string.Equals(session.Subject, round.Code, StringComparison.OrdinalIgnoreCase))],
            catalogue.Forms[round.FormVersion]);
        return new Opinion(round, items, ReportCharts.Feedback(language, items) is { } bars ? new Figure("agreement-" + round.Code) { Diverging = bars } : null);
    }
}

/// <summary>A comparison with its picture; null while too few people took both tests.</summary>
public sealed record Comparison(PrePost Result, Figure? Figure);

/// <summary>A feedback round with its picture; null while too few people answered.</summary>
public sealed record Opinion(Round Round, FeedbackItems Items, Figure? Figure);
