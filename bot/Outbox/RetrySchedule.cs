using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Outbox;

/// <summary>What a delivery means for the message: the one place where trying again is decided.</summary>
static class RetrySchedule
{
    /// <summary>How often a message is handed to a channel that fails before we give up.</summary>
    public const int MostTries = 6;

    const double JitterShare = 0.25;

    /// <param name="tries">How often it was handed over before this time.</param>
    /// <param name="chance">0 to 1: spreads the next tries, so that many messages do not come back at once.</param>
    public static Verdict After(Delivery delivery, int tries, DateTimeOffset now, double chance) => delivery switch
    {
        Sent sent => new(SendState.Sent, sent.ChannelMessageId, "", null),
        Blocked blocked => new(SendState.Blocked, "", blocked.Reason, null),
        Unknown unknown => new(SendState.Unknown, "", unknown.Reason, null),
        Throttled throttled => new(SendState.Pending, "", "throttled", now + throttled.After) { IsTry = false },
        WindowClosed closed => new(SendState.Failed, "", closed.Reason, null),
        Failed { IsPermanent: true } failed => new(SendState.Failed, "", failed.Reason, null),
        Failed failed when tries + 1 >= MostTries => new(SendState.Failed, "", failed.Reason, null),
        Failed failed => new(SendState.Pending, "", failed.Reason, now + Wait(tries, chance)),
        _ => throw new ArgumentOutOfRangeException(nameof(delivery)),
    };

    // 2, 4, 8, 16, 32 seconds, each up to a quarter longer.
    static TimeSpan Wait(int tries, double chance) => TimeSpan.FromSeconds(Math.Pow(2, tries + 1) * (1 + JitterShare * chance));
}

/// <summary>Where a message stands after it was handed over.</summary>
/// <param name="RetryAt">When it is handed over again; null when it is not.</param>
sealed record Verdict(SendState State, string ChannelMessageId, string Reason, DateTimeOffset? RetryAt)
{
    /// <summary>False when the channel only asked us to wait: that uses up no try.</summary>
    public bool IsTry { get; init; } = true;
}
