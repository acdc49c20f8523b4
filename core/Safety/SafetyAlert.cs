using RbcBot.Core.People;

namespace RbcBot.Core.Safety;

/// <summary>What somebody on duty is told of.</summary>
public enum SafetyMatter
{
    /// <summary>A text could not be read for danger, and help was shown to be safe.</summary>
    Unread,
    Professional,
    Distress,
    Violence,
    Seizure,
    Imminent,

    /// <summary>The person asked that somebody calls her.</summary>
    Call,

    /// <summary>A text named a patient; what was found was masked before it was kept.</summary>
    PatientText,
}

/// <summary>One alert, without what the person wrote.</summary>
/// <param name="Id">In the order of time; unique.</param>
/// <param name="Session">In which session it was written; null outside of any.</param>
/// <param name="Detail">Version of the lexicon, or what was masked.</param>
public sealed record SafetyAlert(string Id, PersonId Person, SafetyMatter Matter, DateTimeOffset At, string? Session, string Detail)
{
    /// <summary>Within what time somebody should have looked when a life is in danger; facts/reliability.md 4.2.</summary>
    public static readonly TimeSpan ImminentTarget = TimeSpan.FromMinutes(15);

    /// <summary>The same for all else.</summary>
    public static readonly TimeSpan OtherTarget = TimeSpan.FromHours(4);

    /// <summary>When somebody on duty first looked; null before.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Sign-in name of who did; "" before.</summary>
    public string SeenBy { get; init; } = "";

    /// <summary>When somebody said what was done; null before.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string ClosedBy { get; init; } = "";

    /// <summary>What was done, in the words of who did it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Within what time somebody should look; null for what only has to be counted.</summary>
    public TimeSpan? Target => Matter switch
    {
        SafetyMatter.Imminent => ImminentTarget,
        SafetyMatter.PatientText => null,
        _ => OtherTarget,
    };

    /// <summary>The same with the first look that is kept already: a later one does not put it off.</summary>
    public SafetyAlert After(SafetyAlert kept) => kept.SeenAt is null ? this : this with { SeenAt = kept.SeenAt, SeenBy = kept.SeenBy };

    /// <summary>From the alert to the first look, or until now.</summary>
    public TimeSpan Waited(DateTimeOffset now) => (SeenAt ?? now) - At;

    public bool IsLate(DateTimeOffset now) => Target is { } target && Waited(now) > target;
}
