using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What Twilio reports later of a message that it took.</summary>
static class StatusReading
{
    /// <summary>The report; null when it says nothing of how far a message came.</summary>
    public static DeliveryReport? Of(TwilioForm form, DateTimeOffset now)
    {
        var status = form.Text("MessageStatus") is { Length: > 0 } its ? its : form.Text("SmsStatus");
        if (form.Text("MessageSid") is not { Length: > 0 } id || Stage(status) is not { } stage)
            return null;
        var channel = form.Text("To").StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase) ? WhatsAppChannel.Word : SmsChannel.Word;
        return new DeliveryReport(channel, id, stage, stage == DeliveryStage.Failed ? $"{form.Text("ErrorCode")} {status}".Trim() : "", now);
    }

    static DeliveryStage? Stage(string status) => status switch
    {
        "sent" => DeliveryStage.Sent,
        "delivered" => DeliveryStage.Delivered,
        "read" => DeliveryStage.Read,
        "failed" or "undelivered" or "canceled" => DeliveryStage.Failed,
        // On its way to be sent.
        _ => null,
    };
}
