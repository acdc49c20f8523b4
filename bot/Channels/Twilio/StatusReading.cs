using System.Globalization;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What Twilio reports later of a message that it took.</summary>
static class StatusReading
{
    /// <summary>The report; null when it says nothing of how far a message came.</summary>
    /// <param name="reference">Our name of the message, from the address that the report was posted to; "" when there is none.</param>
    public static DeliveryReport? Of(TwilioForm form, string reference, DateTimeOffset now)
    {
        var status = form.Text("MessageStatus") is { Length: > 0 } its ? its : form.Text("SmsStatus");
        if (form.Text("MessageSid") is not { Length: > 0 } id || Stage(status) is not { } stage)
            return null;
        var channel = form.Text("To").StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase) ? WhatsAppChannel.Word : SmsChannel.Word;
        var report = new DeliveryReport(channel, id, stage, "", now) { Reference = reference };
        return stage == DeliveryStage.Failed ? report with { Reason = $"{form.Text("ErrorCode")} {status}".Trim(), Class = Class(form.Text("ErrorCode")) } : report;
    }

    static FailureClass Class(string code) => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? TwilioDelivery.Class(number) : FailureClass.Never;

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
