using RbcBot.Admin.Rights;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Overview;

/// <summary>The programme in a few numbers, with what to do next.</summary>
/// <param name="Languages">Conversations by language; those without one yet are not counted.</param>
public sealed record OverviewView(
    int People, IReadOnlyList<(Language Language, int Count)> Languages, int OpenRounds, int Begun, int Submitted, int Enrolled,
    IReadOnlyList<OverviewRound> Rounds, IReadOnlyList<NextStep> Next)
{
    /// <summary>Messages that could not be dealt with and wait for somebody.</summary>
    public int SetAside { get; init; }

    /// <summary>Messages that did not reach their people and wait for somebody; of very many the first are counted.</summary>
    public int GivenUp { get; init; }

    /// <summary>What the law asks for and is not done.</summary>
    public IReadOnlyList<NextStep> Privacy { get; init; } = [];

    internal static OverviewView Of(
        IReadOnlyList<Round> rounds, IReadOnlyDictionary<string, (int Begun, int Submitted)> counts,
        IReadOnlyList<Conversation> conversations, IReadOnlyList<Enrolment> enrolments, Library library)
    {
        List<OverviewRound> lines = [.. rounds.OrderBy(round => round.OpenedAt).Select(round => new OverviewRound(round, counts.GetValueOrDefault(round.Code).Begun, counts.GetValueOrDefault(round.Code).Submitted))];
        return new OverviewView(
            conversations.Count,
            [.. Core.Texts.Languages.All.Select(language => (language, conversations.Count(talk => talk.Language == language)))],
            rounds.Count(round => round.IsOpen),
            lines.Sum(line => line.Begun), lines.Sum(line => line.Submitted),
            enrolments.Select(enrolment => enrolment.Person).Distinct().Count(),
            lines, [.. Steps(lines, counts, enrolments, library)]);
    }

    static IEnumerable<NextStep> Steps(
        List<OverviewRound> rounds, IReadOnlyDictionary<string, (int Begun, int Submitted)> counts, IReadOnlyList<Enrolment> enrolments, Library library)
    {
        if (rounds.Count == 0)
            yield return new NextStep("first-round", "/console/rounds#upload", "");
        foreach (var quiet in rounds.Where(line => line.Round.IsOpen && line.Begun == 0))
            yield return new NextStep("invite", "/console/rounds/" + Uri.EscapeDataString(quiet.Round.Code), quiet.Round.Code);
        var applications = rounds.Where(line => line.Round.Kind == RoundKind.Application).ToList();
        if (rounds.Count > 0 && applications.Count == 0)
            yield return new NextStep("applications", "/console/rounds#upload", "");
        if (applications.Sum(line => line.Submitted) > 0 && enrolments.Count == 0)
            yield return new NextStep("select", "/console/selection", "");
        if (enrolments.Count > 0 && library.Modules.Count > 0 && !library.Modules.SelectMany(module => module.Lessons).Any(lesson => counts.ContainsKey(lesson.Id)))
            yield return new NextStep("release", "/console/lessons", "");
        if (rounds.Any(line => line.Round.Kind is RoundKind.Feedback or RoundKind.Test && line.Submitted > 0))
            yield return new NextStep("read", "/console/feedback", "");
    }
}

/// <summary>A round with its counts.</summary>
public sealed record OverviewRound(Round Round, int Begun, int Submitted);

/// <summary>Something that wants doing.</summary>
/// <param name="Word">Ends the text key console.next.…</param>
/// <param name="Code">The round it is about; "" when none.</param>
public sealed record NextStep(string Word, string Path, string Code)
{
    /// <summary>What one needs to do it.</summary>
    internal Right Right => Word switch
    {
        "select" => Right.Select,
        "release" => Right.ReleaseLessons,
        "read" => Right.SeeResults,
        "breach-overdue" or "breach-open" or "certificate" or "residency" => Right.SeePrivacy,
        _ => Right.RunRounds,
    };
}
