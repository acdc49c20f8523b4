namespace RbcBot.Core.Conversations;

/// <summary>A message after a report of its channel.</summary>
public static class Reported
{
    /// <summary>The same message when the report tells nothing new.</summary>
    public static Sending On(Sending sending, DeliveryReport report)
    {
        var state = SendOrder.Further(sending.State, SendOrder.Of(report.Stage));
        if (state == sending.State)
            return sending;
        return sending with
        {
            State = state,
            Attempts = SendAttempt.Added(sending.Attempts, By(report.Channel, state, report.Reason, report.At)),
        };
    }

    /// <summary>What is written down of a report.</summary>
    public static SendAttempt By(string channel, SendState state, string reason, DateTimeOffset at) =>
        new(at, channel, state, state == SendState.Failed ? FailureClass.Never : FailureClass.None, reason);
}
