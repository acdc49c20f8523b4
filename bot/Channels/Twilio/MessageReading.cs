using System.Text.RegularExpressions;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What a message that Twilio posts says to us.</summary>
static partial class MessageReading
{
    const string WhatsApp = "whatsapp:";

    /// <summary>One for each file, the words with the first; none when nobody can tell who said it.</summary>
    public static IReadOnlyList<Inbound> Of(TwilioForm form, DateTimeOffset now)
    {
        if (Sender(form.Text("From")) is not { } from || Id(form) is not { Length: > 0 } id)
            return [];
        return [.. Said(form).Select((said, place) => new Inbound(from, place == 0 ? id : $"{id}/{place}", said, now))];
    }

    static string Id(TwilioForm form) => form.Text("MessageSid") is { Length: > 0 } id ? id : form.Text("SmsMessageSid");

    /// <summary>Her number in E.164, or on WhatsApp her id in Meta's business scope; a shortcode or a name writes to nobody.</summary>
    static Address? Sender(string from) => from.StartsWith(WhatsApp, StringComparison.OrdinalIgnoreCase)
        ? WhatsAppForm().IsMatch(from[WhatsApp.Length..]) ? new Address(WhatsAppChannel.Word, from[WhatsApp.Length..]) : null
        : NumberForm().IsMatch(from) ? new Address(SmsChannel.Word, from) : null;

    static IEnumerable<Said> Said(TwilioForm form)
    {
        if (Asked(form.Text("OptOutType")) is { } asked)
            return [asked];
        if (Pressed(form) is { } pressed)
            return [pressed];
        if (form.Number("Latitude") is { } latitude && form.Number("Longitude") is { } longitude)
            return [new Said(SaidKind.Location, form.Text("Body")) { Place = Place(latitude, longitude) }];
        if (form.Media is { Count: > 0 } media)
            return media.Select((file, place) => Sent(form, file, place == 0 ? form.Text("Body") : ""));
        return [form.Text("Body") is { Length: > 0 } body ? EntryWords.Of(body) : new Said(SaidKind.Other, "")];
    }

    // What Twilio took for one of its words, by its own list, it has answered itself.
    static Said? Asked(string optOut) => optOut.ToUpperInvariant() switch
    {
        "STOP" => Answered(Command.Stop),
        "START" => Answered(Command.Start),
        "HELP" => Answered(Command.Help),
        _ => null,
    };

    static Said Answered(Command command) => Core.Conversations.Said.Choice(Core.Conversations.Commands.Payload(command)) with { IsAnswered = true };

    // A template's button says its own label unless we gave it something to say.
    static Said? Pressed(TwilioForm form)
    {
        var payload = form.Text("ButtonPayload") is { Length: > 0 } button ? button : form.Text("ListId");
        if (payload.Length == 0)
            return form.Text("ButtonText") is { Length: > 0 } label ? Core.Conversations.Said.Text(label) : null;
        return payload.Contains(':', StringComparison.Ordinal) ? Core.Conversations.Said.Choice(payload) : Core.Conversations.Said.Text(payload);
    }

    static Said Sent(TwilioForm form, (string Url, string Type) file, string words)
    {
        var kind = (form.Text("MessageType"), file.Type) switch
        {
            ("sticker", _) => SaidKind.Sticker,
            ("contacts", _) or (_, "text/vcard" or "text/x-vcard") => SaidKind.Contact,
            (_, ['a', 'u', 'd', 'i', 'o', '/', ..]) => SaidKind.Voice,
            (_, ['i', 'm', 'a', 'g', 'e', '/', ..] or ['v', 'i', 'd', 'e', 'o', '/', ..]) => SaidKind.Photo,
            _ => SaidKind.Document,
        };
        return new Said(kind, words) { File = kind is SaidKind.Sticker or SaidKind.Contact ? null : new SentFile("", file.Type, file.Url) };
    }

    // Neither altitude nor accuracy is told.
    static string? Place(double latitude, double longitude) =>
        Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 ? FormattableString.Invariant($"{latitude:0.######} {longitude:0.######} 0 0") : null;

    [GeneratedRegex(@"\A\+[0-9]{5,20}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\A(?:\+[0-9]{5,20}|[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128})\z")]
    private static partial Regex WhatsAppForm();
}
