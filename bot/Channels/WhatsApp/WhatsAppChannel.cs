using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.People;
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

    public Task<Delivery> SendAsync(Address to, Outbound message, string? earlier, CancellationToken stop) =>
        parts.SendAsync(to.Value, message.Text, Parts(to.Value, message, stop));

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => transport.FetchAsync(reference, most, stop);

    List<MessagePart> Parts(string to, Outbound message, CancellationToken stop)
    {
        var language = message.Language ?? Language.En;
        if (message.Template is { } template)
            return [new MessagePart(() => pace.SendAsync(to, () => transport.SendAsync(to, template, language, stop), stop, message.IsNudge), IsText: true)];
        return
        [
            .. message.Media.Select(media => new MessagePart(() => pace.SendAsync(to, () => transport.ShowAsync(to, media, stop), stop, message.IsNudge), IsText: false)),
            .. Rendering.Of(message, transport.Shows, language).Select(part => new MessagePart(() => pace.SendAsync(to, () => transport.SendAsync(to, part, stop), stop, message.IsNudge), IsText: true)),
        ];
    }
}
