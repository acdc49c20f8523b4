namespace RbcBot.Core.Conversations;

/// <summary>What became of a message that was handed to its channel, to be written down.</summary>
/// <param name="ChannelMessageId">The channel's id; "" when it has none.</param>
/// <param name="RetryAt">When it is handed over again; null when it is not.</param>
public sealed record Mark(SendState State, string ChannelMessageId = "", string Reason = "", DateTimeOffset? RetryAt = null)
{
    /// <summary>The kind of failure.</summary>
    public FailureClass Class { get; init; }

    /// <summary>False when it was not really tried: that uses up no try.</summary>
    public bool IsTry { get; init; } = true;

    /// <summary>When it was handed over; null when nobody noted it.</summary>
    public DateTimeOffset? HandedAt { get; init; }

    /// <summary>The message as it stands afterwards.</summary>
    public Sending On(Sending sending, DateTimeOffset now)
    {
        // What goes at the first try, as nearly all does, writes no log: the row says it all.
        var isPlain = sending is { Tries: 0, Attempts.Count: 0 } && State == SendState.Sent;
        return sending with
        {
            State = State,
            Tries = sending.Tries + (IsTry ? 1 : 0),
            ChannelMessageId = ChannelMessageId,
            DueAt = RetryAt ?? sending.DueAt,
            Attempts = isPlain ? [] : SendAttempt.Added(sending.Attempts, new SendAttempt(now, sending.To.Channel, State, Class, Reason)),
        };
    }
}
