using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.WhatsApp;

/// <summary>WhatsApp as a channel, whoever brings the messages there: reply buttons, lists, numbered text, pictures and sounds of forms, templates.</summary>
sealed class WhatsAppChannel(IWhatsAppTransport transport, Pace pace) : IChannel
{
    public const string Word = "whatsapp";

    readonly MessageParts parts = new();

    public string Name => Word;

    public bool IsFetched => false;

    public bool Reports => true;

    public Task<Delivery> SendAsync(Sending sending, string? earlier, CancellationToken stop) =>
        parts.SendAsync(sending.To.Value, sending.Message.Text, Parts(sending, stop));

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => transport.FetchAsync(reference, most, stop);

    List<MessagePart> Parts(Sending sending, CancellationToken stop)
    {
        var (message, language) = (sending.Message, sending.Message.Language ?? Language.En);
        var (some, whole) = (Envelope.Of(sending, completes: false), Envelope.Of(sending, completes: true));
        if (message.Template is { } template)
            return [Part(() => transport.SendAsync(whole, template, language, stop), isText: true)];
        var shown = Rendering.Of(message, transport.Shows, language);
        return
        [
            .. message.Media.Select(media => Part(() => transport.ShowAsync(some, media, stop), isText: false)),
            .. shown.Select((part, index) => Part(() => transport.SendAsync(index == shown.Count - 1 ? whole : some, part, stop), isText: true)),
        ];

        MessagePart Part(Func<Task<Delivery>> send, bool isText) => new(() => pace.SendAsync(sending.To.Value, send, stop, message.Precedence), isText);
    }
}
