using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>What a delivery means for the message: the one place where trying again is decided.</summary>
static class RetrySchedule
{
    /// <summary>How often a message is handed to a channel that fails before we give up.</summary>
    public const int MostTries = 6;

    /// <summary>From one try to the next of what tells whom to call in danger.</summary>
    public static readonly TimeSpan Urgent = TimeSpan.FromSeconds(1);

    /// <summary>The same for that: it is tried for as long as others are; where nobody knows whether it arrived, rather twice than not at all, but not for ever.</summary>
    const int MostUrgentTries = 60, MostUnknownTries = 3;

    const double JitterShare = 0.25;

    /// <param name="tries">How often it was handed over before this time.</param>
    /// <param name="chance">0 to 1: spreads the next tries, so that many messages do not come back at once.</param>
    public static Mark After(Delivery delivery, int tries, DateTimeOffset now, double chance, bool isUrgent = false) =>
        Classed(isUrgent ? OfUrgent(delivery, tries, now, chance) : Plain(delivery, tries, now, chance), FailureClasses.Of(delivery));

    static Mark OfUrgent(Delivery delivery, int tries, DateTimeOffset now, double chance) => delivery switch
    {
        Unknown unknown when tries + 1 < MostUnknownTries => new(SendState.Pending, "", unknown.Reason, now + Urgent),
        Failed { IsPermanent: false } failed when tries + 1 < MostUrgentTries => new(SendState.Pending, "", failed.Reason, now + Urgent),
        Failed { IsPermanent: false } failed => new(SendState.Failed, "", failed.Reason),
        _ => Plain(delivery, tries, now, chance),
    };

    static Mark Classed(Mark mark, FailureClass its) => mark with { Class = mark.State == SendState.Failed && its == FailureClass.Later ? FailureClass.Exhausted : its };

    static Mark Plain(Delivery delivery, int tries, DateTimeOffset now, double chance) => delivery switch
    {
        Sent sent => new(SendState.Sent, sent.ChannelMessageId),
        Blocked blocked => new(SendState.Blocked, "", blocked.Reason),
        Unknown unknown => new(SendState.Unknown, unknown.ChannelMessageId, unknown.Reason),
        Throttled throttled => new(SendState.Pending, "", "throttled", now + throttled.After) { IsTry = false },
        WindowClosed closed => new(SendState.Held, "", closed.Reason),
        Failed { IsPermanent: true } failed => new(SendState.Failed, "", failed.Reason),
        Failed failed when tries + 1 >= MostTries => new(SendState.Failed, "", failed.Reason),
        Failed failed => new(SendState.Pending, "", failed.Reason, now + Wait(tries, chance)),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };

    // 2, 4, 8, 16, 32 seconds, each up to a quarter longer.
    static TimeSpan Wait(int tries, double chance) => TimeSpan.FromSeconds(Math.Pow(2, tries + 1) * (1 + JitterShare * chance));
}
