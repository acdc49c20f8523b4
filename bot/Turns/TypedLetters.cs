using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Turns;

/// <summary>Where not everything can be pressed, a message explains letters ("B. Another page") to which only it gives a meaning: here a typed letter becomes what the button would have been.</summary>
sealed class TypedLetters(IOutbox outbox)
{
    /// <summary>Messages of one turn that may stand behind the one with letters.</summary>
    const int Latest = 12;

    /// <summary>AA, with a full stop after it.</summary>
    const int Longest = 3;

    static readonly Dictionary<string, Capabilities> Channels = new[] { Capabilities.WhatsAppByTwilio, Capabilities.Sms, Capabilities.Ussd }
        .ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    /// <summary>The inbound as a choice; as it came when it is no letter of the last message with anything to press.</summary>
    public async Task<Inbound> ReadAsync(Inbound inbound, CancellationToken stop)
    {
        if (inbound.Said.Kind != SaidKind.Text || !IsLetter(inbound.Said.Words.Trim()) || !Channels.TryGetValue(inbound.From.Channel, out var channel))
            return inbound;
        var asked = (await outbox.LastAsync(inbound.From, Latest, stop)).LastOrDefault(sending => sending.Message.Buttons.Count > 0);
        return asked is not null && Meant(asked.Message, channel, inbound.Said.Words) is { } payload
            ? inbound with { Said = Said.Choice(payload) }
            : inbound;
    }

    static bool IsLetter(string words) => words.Length is > 0 and <= Longest && words.TrimEnd('.', ')') is { Length: > 0 } letters && letters.All(char.IsAsciiLetter);

    static string? Meant(Outbound message, Capabilities channel, string words) => Rendering.Of(message, channel, message.Language ?? Language.En)
        .Select(part => part.PayloadOf(words)).FirstOrDefault(payload => payload is not null);
}
