using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Nudges;

/// <summary>What becomes of a message.</summary>
public enum SendOutcome
{
    /// <summary>It goes as it is.</summary>
    FreeForm,

    /// <summary>Its approved template goes.</summary>
    Template,

    /// <summary>It is decided again at a moment.</summary>
    HoldUntil,

    /// <summary>It is said when the person next speaks.</summary>
    HoldUntilHeard,

    /// <summary>It is never said.</summary>
    Drop,
}

/// <summary>Why a message goes, waits or is dropped.</summary>
public enum SendReason
{
    /// <summary>Nothing stands against it.</summary>
    Allowed,

    /// <summary>The person spoke, so what was held for her is said.</summary>
    Heard,

    /// <summary>The person has not come to us and chosen a language.</summary>
    NotAgreed,

    OptedOut,

    /// <summary>The person agreed to much, but not to be written to first.</summary>
    RemindersRefused,

    Blocked,

    /// <summary>Nobody can be reached at any address of the person that she has not blocked.</summary>
    BadAddress,

    Expired,

    /// <summary>Too many nudges in a row stayed without an answer.</summary>
    AutoPaused,

    /// <summary>A question stands open and the person is at it.</summary>
    InterviewRunning,

    QuietHours,
    DayCap,
    WeekCap,

    /// <summary>The last nudge stayed without an answer, so the next comes later.</summary>
    Silence,

    WindowClosed,

    /// <summary>Only a template could go, and the month's budget for them is used up.</summary>
    BudgetUsedUp,

    /// <summary>The person never spoke there, and the channel lets nobody begin but her.</summary>
    NoFirstContact,

    /// <summary>The person wrote that she is in danger: nobody nudges her for three days.</summary>
    InDanger,
}

/// <summary>What the policy says of a message.</summary>
/// <param name="To">Where it goes; null when it does not.</param>
public sealed record SendDecision(SendOutcome Outcome, SendReason Reason, Address? To = null)
{
    /// <summary>Language of the template; null when none is used.</summary>
    public Language? Language { get; init; }

    /// <summary>When it is decided again; null unless it is held until a moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether it is the last nudge before the person speaks again, and says so.</summary>
    public bool IsLast { get; init; }
}
