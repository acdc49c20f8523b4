using RbcBot.Core.People;

namespace RbcBot.Core.Conversations.Identity;

/// <summary>What is remembered of joining this talk with another by a code.</summary>
public sealed record Linking
{
    public static readonly Linking None = new();

    /// <summary>Codes that a person may ask for in an hour; docs/sources.md#linking.</summary>
    const int MostAsked = 5;

    /// <summary>Codes that a person may write in an hour, good or not; docs/sources.md#linking.</summary>
    const int MostTried = 5;

    /// <summary>The code that the person asked for; null when none is good.</summary>
    public OfferedCode? Offered { get; init; }

    /// <summary>The code that the person wrote here; null when nothing came of it, or nothing more can.</summary>
    public ClaimedCode? Claimed { get; init; }

    /// <summary>Hash of the code that the question which stands open is about: a written "yes" is its answer; "" when another question stands open, or none.</summary>
    public string Asking { get; init; } = "";

    /// <summary>When codes were asked for in the last hour.</summary>
    public IReadOnlyList<DateTimeOffset> Asked { get; init; } = [];

    /// <summary>When codes were written in the last hour.</summary>
    public IReadOnlyList<DateTimeOffset> Tried { get; init; } = [];

    public bool MayAsk(DateTimeOffset now) => Lately(Asked, now).Count < MostAsked;

    public bool MayTry(DateTimeOffset now) => Lately(Tried, now).Count < MostTried;

    public Linking AfterAsking(OfferedCode offered, DateTimeOffset now) => this with { Offered = offered, Asked = [.. Lately(Asked, now), now] };

    public Linking AfterTrying(DateTimeOffset now) => this with { Tried = [.. Lately(Tried, now), now] };

    // One in the future is of a clock that was set back.
    static List<DateTimeOffset> Lately(IReadOnlyList<DateTimeOffset> times, DateTimeOffset now) =>
        [.. times.Where(time => time > now.AddHours(-1) && time <= now)];
}

/// <summary>A code that was given out.</summary>
/// <param name="Hash">As LinkCode makes it.</param>
/// <param name="At">Where it was asked for: there the question comes.</param>
public sealed record OfferedCode(string Hash, DateTimeOffset Until, Address At)
{
    /// <summary>Who wrote it, the first and only one; null before.</summary>
    public PersonId? Claimant { get; init; }

    /// <summary>The channel where it was written; "" before.</summary>
    public string Channel { get; init; } = "";
}

/// <summary>A code that was written.</summary>
/// <param name="Owner">Who had asked for it.</param>
public sealed record ClaimedCode(string Hash, PersonId Owner, DateTimeOffset Until)
{
    /// <summary>Whether the person said that she means it.</summary>
    public bool IsMeant { get; init; }
}
