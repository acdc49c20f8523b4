using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Inbox;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>What people write by SMS, and what became of SMS that we sent.</summary>
sealed class SmsCallback(Intake intake, IOutbox outbox, TimeProvider clock, ILogger<SmsCallback> log)
{
    /// <summary>A message; it is durable on return.</summary>
    public async Task<string> SaidAsync(CallbackForm form)
    {
        Steps.At(Step.Received);
        if (form.Number("from") is { } from && form.Text("id") is { Length: > 0 } id)
            // Its date has no zone: by our own clock.
            await intake.AcceptMeasuredAsync(new Inbound(new Address(SmsChannel.Word, from), id, EntryWords.Of(form.Text("text")), clock.GetUtcNow()), CancellationToken.None);
        else
            log.LogWarning("An SMS of Africa's Talking without a number or an id was passed over");
        Steps.At(Step.Acknowledging);
        return "";
    }

    /// <summary>A report; it is durable on return.</summary>
    public async Task<string> ReportedAsync(CallbackForm form)
    {
        if (form.Text("id") is { Length: > 0 } id && Stage(form.Text("status")) is { } stage)
            await outbox.ReportAsync(Report(form, id, stage), CancellationToken.None);
        return "";
    }

    DeliveryReport Report(CallbackForm form, string id, DeliveryStage stage) => stage == DeliveryStage.Failed
        ? new(SmsChannel.Word, id, stage, Reason(form), clock.GetUtcNow()) { Class = Class(form.Text("status"), form.Text("failureReason")) }
        : new(SmsChannel.Word, id, stage, "", clock.GetUtcNow());

    static string Reason(CallbackForm form) => $"{form.Text("status")} {form.Text("failureReason")}".Trim();

    static FailureClass Class(string status, string reason) => (status, reason) switch
    {
        (_, "UserDoesNotExist" or "NotNetworkSubscriber" or "UserIsInactive" or "UserAccountSuspended") => FailureClass.Address,
        (_, "UserInBlackList" or "DoNotDisturbRejection") => FailureClass.OptedOut,
        // The phone was off, or not to be reached for as long as the network tries.
        ("AbsentSubscriber" or "Expired", _) or (_, "AbsentSubscriber" or "DeliveryFailure") => FailureClass.Later,
        _ => FailureClass.Never,
    };

    static DeliveryStage? Stage(string status) => status switch
    {
        "Sent" or "Submitted" or "Buffered" or "Queued" => DeliveryStage.Sent,
        "Success" or "Delivered" => DeliveryStage.Delivered,
        "Rejected" or "Failed" or "AbsentSubscriber" or "Expired" => DeliveryStage.Failed,
        _ => null,
    };
}
