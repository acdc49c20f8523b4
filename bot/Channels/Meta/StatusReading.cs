using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>What Meta reports later of a message that it took.</summary>
static class StatusReading
{
    /// <summary>The report; none when it says nothing of how far a message came.</summary>
    public static IEnumerable<DeliveryReport> Of(JsonPart status, DateTimeOffset now)
    {
        if (status.Text("id") is not { Length: > 0 } id || Stage(status.Text("status")) is not { } stage)
            return [];
        var report = new DeliveryReport(WhatsAppChannel.Word, id, stage, "", status.Moment("timestamp") ?? now) { Reference = status.Text(MetaMessage.OurName) };
        return [stage == DeliveryStage.Failed ? report with { Reason = Reason(status), Class = Class(status) } : report];
    }

    static DeliveryStage? Stage(string status) => status switch
    {
        "sent" => DeliveryStage.Sent,
        "delivered" => DeliveryStage.Delivered,
        // A voice message that was played was read.
        "read" or "played" => DeliveryStage.Read,
        "failed" => DeliveryStage.Failed,
        _ => null,
    };

    static FailureClass Class(JsonPart status) =>
        status.Items("errors").Select(MetaDelivery.Code).FirstOrDefault(code => code > 0) is > 0 and var code ? MetaDelivery.Class(code) : FailureClass.Never;

    static string Reason(JsonPart status) =>
        string.Join("; ", status.Items("errors").Select(error => $"{error.Text("code")} {error.Text("title")}".Trim())) is { Length: > 0 } reason ? reason : "failed";
}
