using Microsoft.AspNetCore.Http;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Simulator;

/// <summary>What the author did on the page, as something said in the rehearsal.</summary>
static class SaidInRehearsal
{
    /// <summary>Longest answer that is taken, in characters: more than any channel carries in one message.</summary>
    internal const int Longest = 4096;

    /// <summary>The rehearsal after what the page posted; as it was when nothing was said.</summary>
    public static Rehearsal After(Rehearsal rehearsal, IFormCollection page, DateTimeOffset now)
    {
        if (Languages.Parse(page["language"]) is { } language)
            return rehearsal.In(language, now);
        if (page["press"].ToString() is { Length: > 0 and <= 64 } payload)
            return rehearsal.Say(Said.Choice(payload), Label(rehearsal, payload), now);
        if (Sent(page["send"].ToString()) is { } sent)
            return rehearsal.Say(sent, sent.Place ?? sent.File?.Name ?? "", now);
        var words = page["words"].ToString().Trim();
        if (words.Length is 0 or > Longest)
            return rehearsal;
        return rehearsal.Say(Letter(rehearsal, words) is { } meant ? Said.Choice(meant) : Said.Text(words), words, now);
    }

    /// <summary>An example of what a question may want beside words: a place in Kigali, or the name of a file; null when nothing was sent.</summary>
    static Said? Sent(string what) => what switch
    {
        "location" => Said.Location("-1.9536 30.0606 0 0"),
        "image" or "file" => Said.Sent(new SentFile("example.jpg", "image/jpeg"), ""),
        "audio" => Said.Sent(new SentFile("example.ogg", "audio/ogg"), ""),
        "video" => Said.Sent(new SentFile("example.mp4", "video/mp4"), ""),
        _ => null,
    };

    static string Label(Rehearsal rehearsal, string payload) =>
        rehearsal.Exchanges.Reverse().SelectMany(exchange => exchange.Replies).SelectMany(reply => reply.Buttons)
            .FirstOrDefault(button => button.Payload == payload)?.Label
        ?? (Commands.OfPayload(payload) is { } command && Text.Has(rehearsal.Language, Key(command)) ? Text.Of(rehearsal.Language, Key(command)) : payload);

    static string Key(Command command) => $"talk.command.{command.ToString().ToLowerInvariant()}";

    /// <summary>The letters that only a message without buttons explains.</summary>
    static string? Letter(Rehearsal rehearsal, string words) => rehearsal.Exchanges[^1].Replies
        .SelectMany(reply => Rendering.Of(reply, Capabilities.Sms, rehearsal.Language))
        .Select(message => message.PayloadOf(words)).FirstOrDefault(payload => payload is not null);
}
