namespace RbcBot.Core.Conversations.Nudges;

/// <summary>A reply answers what the person just said; a nudge comes without it.</summary>
public enum IntentKind { Reply, Nudge }

/// <summary>What is about to be said to a person.</summary>
/// <param name="Subject">What it is about, such as lesson:EPI-01.</param>
public sealed record Intent(IntentKind Kind, string Subject)
{
    /// <summary>What says the same where only approved texts go; null when nothing does.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>Whether the person waits for it: caps and her silence do not hold it, all else does.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>When it is worth nothing any more; null when it keeps.</summary>
    public DateTimeOffset? Expires { get; init; }
}
