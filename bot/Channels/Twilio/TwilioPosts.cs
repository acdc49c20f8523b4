using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>Takes what Twilio posts to where it belongs: messages into the inbox, reports to the outbox. Durable on return.</summary>
sealed class TwilioPosts(Intake intake, IOutbox outbox, TimeProvider clock, ILogger<TwilioPosts> log)
{
    public async Task SaidAsync(TwilioForm form)
    {
        Steps.At(Step.Received);
        var said = MessageReading.Of(form, clock.GetUtcNow());
        if (said.Count == 0)
            log.LogWarning("A message of Twilio without a sender or an id was passed over");
        foreach (var inbound in said)
            await intake.AcceptMeasuredAsync(inbound, CancellationToken.None);
        Steps.At(Step.Acknowledging);
    }

    /// <param name="reference">Our name of the message; "" when there is none.</param>
    public async Task ReportedAsync(TwilioForm form, string reference)
    {
        if (StatusReading.Of(form, reference, clock.GetUtcNow()) is { } report)
            await outbox.ReportAsync(report, CancellationToken.None);
    }
}
