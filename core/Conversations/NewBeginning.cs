namespace RbcBot.Core.Conversations;

/// <summary>A message that is set on its way anew.</summary>
public static class NewBeginning
{
    /// <summary>An operator sends it again: as if it had never been tried, but for what happened to it; it expires no more.</summary>
    public static Sending ByHand(Sending sending, DateTimeOffset now) => sending with
    {
        State = SendState.Pending,
        Tries = 0,
        ChannelMessageId = "",
        DueAt = now,
        Message = sending.Message with { ExpiresAt = null },
        Attempts = SendAttempt.Added(sending.Attempts, Beginning(sending.To.Channel, now, SendAttempt.SentAgain)),
    };

    /// <summary>A message that was held, now that the person has spoken.</summary>
    public static Sending Released(Sending sending, DateTimeOffset now) => sending with
    {
        State = SendState.Pending,
        ChannelMessageId = "",
        DueAt = now,
        Attempts = SendAttempt.Added(sending.Attempts, Beginning(sending.To.Channel, now, SendAttempt.Released)),
    };

    /// <summary>What is written down when a message is set on its way anew.</summary>
    public static SendAttempt Beginning(string channel, DateTimeOffset now, string reason) => new(now, channel, SendState.Pending, FailureClass.None, reason);
}
