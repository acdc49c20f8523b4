using System.Text.Json.Nodes;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>WhatsApp by Meta's own Cloud API.</summary>
sealed class MetaWhatsApp(MetaOptions options, MetaLine line, UploadedMedia uploaded, MetaTemplates templates) : IWhatsAppTransport
{
    readonly SentMedia sent = new(options, line);

    public Capabilities Shows => Capabilities.WhatsApp;

    public PaceLimits Limits => options.Limits;

    public async Task<Delivery> SendAsync(Envelope to, ChannelMessage message, CancellationToken stop) =>
        MetaDelivery.Of(await PostAsync(MetaMessage.Of(to, message), stop));

    public async Task<Delivery> ShowAsync(Envelope to, OutboundMedia media, CancellationToken stop)
    {
        var (id, fault) = await uploaded.IdAsync(media, stop);
        if (fault is not null)
            return fault;
        var delivery = MetaDelivery.Of(await PostAsync(MetaMessage.Of(to, Type(media), id, media.Caption, media.File), stop));
        if (delivery is Failed)
            uploaded.Forget(media);
        return delivery;
    }

    public Task<Delivery> SendAsync(Envelope to, TemplateUse template, Language language, CancellationToken stop) =>
        templates.SendAsync(template, language, code => PostAsync(MetaMessage.Of(to, template, code), stop));

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => sent.FetchAsync(reference, most, stop);

    // A sound has no caption on WhatsApp; a file has, and a choice must say which it is.
    static string Type(OutboundMedia media) => media.Kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Audio => media.Caption.Length > 0 ? "document" : "audio",
        MediaKind.Video => "video",
        _ => throw new ArgumentOutOfRangeException(nameof(media)),
    };

    async Task<MetaAnswer> PostAsync(JsonObject message, CancellationToken stop)
    {
        using var content = MetaMessage.Content(message);
        return await line.PostAsync("messages", content, stop);
    }
}
