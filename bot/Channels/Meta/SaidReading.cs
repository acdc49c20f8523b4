using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>What is in a message of WhatsApp; null when it asks for no answer.</summary>
static class SaidReading
{
    public static Said? Of(JsonPart message) => message.Text("type") switch
    {
        "text" => EntryWords.Of(message.Part("text")?.Text("body") ?? ""),
        "interactive" => Pressed(message.Part("interactive")),
        "button" => Button(message.Part("button")),
        "image" or "video" => Sent(SaidKind.Photo, message),
        "audio" or "voice" => Sent(SaidKind.Voice, message),
        "document" => Sent(SaidKind.Document, message),
        "sticker" => new Said(SaidKind.Sticker, ""),
        "location" => new Said(SaidKind.Location, "") { Place = Place(message.Part("location")) },
        "contacts" => new Said(SaidKind.Contact, ""),
        // A thumb under a message of ours is a nod, and what WhatsApp itself reports nobody said.
        "reaction" or "system" or "ephemeral" or "request_welcome" => null,
        // An order, what WhatsApp does not bring to us, what comes tomorrow.
        _ => new Said(SaidKind.Other, ""),
    };

    static Said Pressed(JsonPart? interactive) =>
        (interactive?.Part("button_reply") ?? interactive?.Part("list_reply"))?.Text("id") is { Length: > 0 } payload ? Said.Choice(payload) : new Said(SaidKind.Other, "");

    // A template's button says its own label unless we gave it something to say.
    static Said Button(JsonPart? button) => button?.Text("payload") is not { Length: > 0 } payload ? Said.Text(button?.Text("text") ?? "")
        : payload.Contains(':', StringComparison.Ordinal) ? Said.Choice(payload)
        : Said.Text(payload);

    /// <summary>The file as Meta names it; fetched only when a question wants it.</summary>
    static Said Sent(SaidKind kind, JsonPart message)
    {
        var file = message.Part(message.Text("type"));
        return new Said(kind, file?.Text("caption") ?? "")
        {
            File = file?.Text("id") is { Length: > 0 } id ? new SentFile("", file.Value.Text("mime_type").Split(';')[0].Trim(), id) : null,
        };
    }

    // WhatsApp tells neither altitude nor accuracy.
    static string? Place(JsonPart? place) =>
        place?.Number("latitude") is { } latitude && place?.Number("longitude") is { } longitude && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? FormattableString.Invariant($"{latitude:0.######} {longitude:0.######} 0 0")
            : null;
}
