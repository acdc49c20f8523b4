using RbcBot.Bot.Observing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.People;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Sms;

/// <summary>SMS as a channel, whoever brings them there: plain text in the cheap alphabet, what can be pressed elsewhere written with numbers and words.</summary>
sealed class SmsChannel(ISmsTransport transport, Pace pace) : IChannel
{
    public const string Word = "sms";

    readonly MessageParts parts = new();

    public string Name => Word;

    public bool IsFetched => false;

    public bool Reports => true;

    public Task<Delivery> SendAsync(Address to, Outbound message, string? earlier, CancellationToken stop) =>
        parts.SendAsync(to.Value, message.Text, [.. Rendering.Of(message, Capabilities.Sms, message.Language ?? Language.En)
            .Select(part => new MessagePart(() => pace.SendAsync(to.Value, () => SendAsync(to.Value, part, stop), stop, message.IsNudge), IsText: true))]);

    async Task<Delivery> SendAsync(string to, ChannelMessage part, CancellationToken stop)
    {
        var delivery = await transport.SendAsync(to, part.Text, stop);
        if (delivery is Sent && part.Sms is { } length)
            Instruments.Segmented(Word, length.Segments, isTooLong: length.Segments > SmsLength.WiseSegments);
        return delivery;
    }
}
