using RbcBot.Bot.Observing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
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

    public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop)
    {
        var shown = Rendering.Of(sending.Message, Capabilities.Sms, sending.Message.Language ?? Language.En);
        return parts.SendAsync(sending.To.Value, sending.Message.Text, [.. shown.Select((part, index) => new MessagePart(
            () => pace.SendAsync(sending.To.Value, () => SendAsync(Envelope.Of(sending, index == shown.Count - 1), part, stop), stop, sending.Message.Precedence), IsText: true))]);
    }

    async Task<Delivery> SendAsync(Envelope to, ChannelMessage part, CancellationToken stop)
    {
        var delivery = await transport.SendAsync(to, part.Text, stop);
        if (delivery is Sent && part.Sms is { } length)
            Instruments.Segmented(Word, length.Segments, isTooLong: length.Segments > SmsLength.WiseSegments);
        return delivery;
    }
}
