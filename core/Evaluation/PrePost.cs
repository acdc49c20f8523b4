using RbcBot.Core.Statistics;

namespace RbcBot.Core.Evaluation;

/// <summary>The same people's test scores at two moments.</summary>
/// <param name="Test">Later minus earlier, in points.</param>
/// <param name="Gain">Share of the possible gain.</param>
/// <param name="MaximumPoints">Items of the test; 0 when nobody took both.</param>
/// <param name="PassedBefore">Of those who took both.</param>
/// <param name="PassedAfter">Of those who took both.</param>
/// <param name="Pairs">The points of each person at both moments, without names.</param>
public sealed record PrePost(
    string Module,
    string Earlier,
    string Later,
    PairedTest Test,
    ClassGain Gain,
    int MaximumPoints,
    Proportion PassedBefore,
    Proportion PassedAfter,
    IReadOnlyList<(double Before, double After)> Pairs)
{
    /// <summary>The moments in time's order.</summary>
    public static readonly IReadOnlyList<string> Moments = ["pre", "post", "3m", "6m"];

    /// <summary>Every comparison with the test before the training, for a module that has one; empty otherwise.</summary>
    public static IReadOnlyList<PrePost> Of(string module, IReadOnlyList<TestResult> results)
    {
        var own = results.Where(result => result.Round.Module == module).ToLookup(result => result.Round.Moment);
        return own.Contains(Moments[0])
            ? [.. Moments.Skip(1).Where(own.Contains).Select(later => Of(module, Moments[0], Scores(own[Moments[0]]), later, Scores(own[later])))]
            : [];
    }

    /// <summary>Compares two lists of scores on the people who are in both.</summary>
    public static PrePost Of(string module, string earlier, IReadOnlyList<TestScore> before, string later, IReadOnlyList<TestScore> after)
    {
        var second = after.ToLookup(score => score.Person);
        var both = before.Where(score => second.Contains(score.Person)).Select(score => (Before: score, After: second[score.Person].First())).ToList();
        IReadOnlyList<(double Before, double After)> pairs = [.. both.Select(pair => ((double)pair.Before.Points, (double)pair.After.Points))];
        var maximum = both.Count == 0 ? 0 : both.Max(pair => pair.After.Items);
        var test = PairedTest.Of(Column(before), Column(after));
        return new PrePost(
            module, earlier, later,
            both.All(pair => pair.Before.Items == maximum && pair.After.Items == maximum) ? test
                : test with { Verdict = Verdict.Invalid(Reasons.DifferentItems, both.Count, test.Verdict.Dropped) },
            ClassGain.Of(pairs, maximum), maximum,
            Proportion.Of(both.Count(pair => pair.Before.Passed), both.Count),
            Proportion.Of(both.Count(pair => pair.After.Passed), both.Count),
            pairs);
    }

    // A module may have had several rounds of one moment: a person's first score there counts.
    static IReadOnlyList<TestScore> Scores(IEnumerable<TestResult> results) =>
        [.. results.OrderBy(result => result.Round.OpenedAt).SelectMany(result => result.Scores).DistinctBy(score => score.Person)];

    static List<(string, double?)> Column(IReadOnlyList<TestScore> scores) =>
        [.. scores.Select(score => (score.Person.Value, (double?)score.Points))];
}
