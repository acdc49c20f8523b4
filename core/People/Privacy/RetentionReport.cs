namespace RbcBot.Core.People.Privacy;

/// <summary>What a rule came to.</summary>
/// <param name="Before">What is older goes.</param>
/// <param name="Count">Rows, or people, that were older.</param>
/// <param name="IsOfPeople">Whether people are counted.</param>
public sealed record RetentionLine(RetentionRule Rule, DateTimeOffset Before, int Count, bool IsOfPeople)
{
    /// <summary>Whether it is only told of: the trail is never cut by itself, and people go only where somebody can erase them.</summary>
    public bool IsOnlyTold { get; init; }
}

/// <summary>The proof of one run: what went, by which rule.</summary>
/// <param name="Id">In the order of time.</param>
/// <param name="IsTrial">Whether nothing went: it was only counted.</param>
public sealed record RetentionReport(string Id, DateTimeOffset At, bool IsTrial, IReadOnlyList<RetentionLine> Lines);

/// <summary>Keeps the proofs.</summary>
public interface IRetentionReports
{
    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<RetentionReport>> LatestAsync(int most, CancellationToken stop);

    /// <summary>Durable on return.</summary>
    Task KeepAsync(RetentionReport report, CancellationToken stop);
}
