namespace RbcBot.Core.Conversations;

/// <summary>A message after a report of its channel.</summary>
public static class Reported
{
    /// <summary>Whether the report is of the message as it was set on its way last: by the channel's id, or by our own name while the id is not known.</summary>
    public static bool Concerns(Sending sending, DeliveryReport report) => sending.ChannelMessageId.Length > 0
        ? sending.ChannelMessageId == report.ChannelMessageId
        : report.Reference.Length > 0 && sending.Reference == report.Reference;

    /// <summary>The same message when the report tells nothing new.</summary>
    public static Sending On(Sending sending, DeliveryReport report)
    {
        var state = SendOrder.Further(sending.State, SendOrder.Of(report));
        if (state == sending.State)
            return sending;
        return sending with
        {
            State = state,
            ChannelMessageId = report.ChannelMessageId,
            Attempts = SendAttempt.Added(sending.Attempts, By(report)),
        };
    }

    /// <summary>What is written down of a report.</summary>
    public static SendAttempt By(DeliveryReport report) => new(report.At, report.Channel, SendOrder.Of(report), Class(report), report.Reason);

    /// <summary>The class of the message by the report. What failed on its way is not tried again by itself: the provider has done that.</summary>
    public static FailureClass Class(DeliveryReport report) => (report.Stage, report.Class) switch
    {
        (not DeliveryStage.Failed, _) => FailureClass.None,
        (_, FailureClass.None) => FailureClass.Never,
        (_, FailureClass.Later or FailureClass.Unknown) => FailureClass.Exhausted,
        _ => report.Class,
    };
}
