namespace RbcBot.Core.Programme;

/// <summary>Where the programme stands on its way, as its rounds tell.</summary>
/// <param name="Now">The phase the programme is in; the first one while nothing has begun.</param>
/// <param name="Began">When the first round of a phase was opened; a phase that no round tells of, or that is still to come, is not there.</param>
public sealed record ProgrammeLine(Phase Now, IReadOnlyDictionary<Phase, DateTimeOffset> Began)
{
    /// <summary>The moment of the test that stands before the training.</summary>
    const string Before = "pre";

    public static ProgrammeLine Of(IReadOnlyList<Round> rounds)
    {
        var began = rounds.GroupBy(PhaseOf).ToDictionary(phase => phase.Key, phase => phase.Min(round => round.OpenedAt));
        var latest = began.Keys.DefaultIfEmpty(Phase.Needs).Max();
        // Once the last test is closed there is nothing left but to report.
        var isOver = latest == Phase.Evaluation && !rounds.Any(round => round.IsOpen);
        return new ProgrammeLine(isOver ? Phase.Reports : latest, began);
    }

    static Phase PhaseOf(Round round) => round.Kind switch
    {
        RoundKind.Interview => Phase.Needs,
        RoundKind.Application => Phase.Selection,
        RoundKind.Test when round.Moment == Before => Phase.Training,
        RoundKind.Test or RoundKind.Feedback => Phase.Evaluation,
        _ => throw new ArgumentOutOfRangeException(nameof(round)),
    };
}
