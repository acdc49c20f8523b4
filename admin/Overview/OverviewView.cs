using RbcBot.Admin.Channels;
using RbcBot.Admin.Rights;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Overview;

/// <summary>The programme in a few numbers, with what to do next.</summary>
/// <param name="Languages">Conversations by language; those without one yet are not counted.</param>
public sealed record OverviewView(
    int People, IReadOnlyList<(Language Language, int Count)> Languages, int OpenRounds, int Begun, int Submitted, int Enrolled,
    IReadOnlyList<OverviewRound> Rounds, IReadOnlyList<NextStep> Next)
{
    /// <summary>Where the programme stands on its way.</summary>
    public required ProgrammeLine Line { get; init; }

    /// <summary>What waits for somebody.</summary>
    public Today Today { get; init; } = new();

    /// <summary>How the channels fare; empty for who may not see them.</summary>
    public IReadOnlyList<ChannelLine> Channels { get; init; } = [];

    /// <summary>What the law asks for and is not done.</summary>
    public IReadOnlyList<NextStep> Privacy { get; init; } = [];

    internal static OverviewView Of(
        IReadOnlyList<Round> rounds, IReadOnlyDictionary<string, (int Begun, int Submitted)> counts,
        IReadOnlyList<PeopleCount> people, int enrolled, Library library)
    {
        List<OverviewRound> lines = [.. rounds.OrderBy(round => round.OpenedAt).Select(round => new OverviewRound(round, counts.GetValueOrDefault(round.Code).Begun, counts.GetValueOrDefault(round.Code).Submitted))];
        return new OverviewView(
            people.Sum(count => count.Count),
            [.. Core.Texts.Languages.All.Select(language => (language, people.Where(count => count.Language == language).Sum(count => count.Count)))],
            rounds.Count(round => round.IsOpen),
            lines.Sum(line => line.Begun), lines.Sum(line => line.Submitted),
            enrolled,
            lines, [.. Steps(lines, counts, enrolled, library)])
        { Line = ProgrammeLine.Of(rounds) };
    }

    static IEnumerable<NextStep> Steps(
        List<OverviewRound> rounds, IReadOnlyDictionary<string, (int Begun, int Submitted)> counts, int enrolled, Library library)
    {
        if (rounds.Count == 0)
            yield return new NextStep("first-round", "/console/rounds#upload", Right.RunRounds);
        foreach (var quiet in rounds.Where(line => line.Round.IsOpen && line.Begun == 0))
            yield return new NextStep("invite", "/console/rounds/" + Uri.EscapeDataString(quiet.Round.Code), Right.RunRounds) { Code = quiet.Round.Code };
        if (rounds.Count > 0 && rounds.All(line => line.Round.Kind != RoundKind.Application))
            yield return new NextStep("applications", "/console/rounds#upload", Right.RunRounds);
        if (enrolled > 0 && library.Modules.Count > 0 && !library.Modules.SelectMany(module => module.Lessons).Any(lesson => counts.ContainsKey(lesson.Id)))
            yield return new NextStep("release", "/console/lessons", Right.ReleaseLessons);
        if (rounds.Any(line => line.Round.Kind is RoundKind.Feedback or RoundKind.Test && line.Submitted > 0))
            yield return new NextStep("read", "/console/feedback", Right.SeeResults);
    }
}

/// <summary>A round with its counts.</summary>
public sealed record OverviewRound(Round Round, int Begun, int Submitted);

/// <summary>Something that wants doing.</summary>
/// <param name="Word">Ends the text key console.next.…</param>
/// <param name="Right">What one needs to do it.</param>
public sealed record NextStep(string Word, string Path, Right Right)
{
    /// <summary>The round it is about; "" when none.</summary>
    public string Code { get; init; } = "";

    /// <summary>How many wait; 0 where nothing is counted.</summary>
    public int Count { get; init; }

    /// <summary>bad or care for what is urgent, else "": the colour; the words carry the meaning.</summary>
    public string Kind { get; init; } = "";
}
