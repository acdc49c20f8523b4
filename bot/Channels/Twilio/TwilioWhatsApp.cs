using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>WhatsApp by Twilio.</summary>
sealed class TwilioWhatsApp(TwilioOptions options, TwilioMessages messages, TwilioContents contents, TwilioMedia media) : IWhatsAppTransport
{
    const string Prefix = "whatsapp:";

    /// <summary>That the content of a message is not there, in the words of the two services of Twilio.</summary>
    const int NoContent = 21655, NoContentEither = 92006;

    public Capabilities Shows => Capabilities.WhatsAppByTwilio;

    public PaceLimits Limits => options.WhatsAppLimits;

    public async Task<Delivery> SendAsync(Envelope to, ChannelMessage message, CancellationToken stop)
    {
        if (message is { List: null, Rows.Count: 0 })
            return TwilioDelivery.Of(await messages.SayAsync(From, Prefixed(to), message.Text, stop));
        var shape = ContentShape.Of(message);
        var (delivery, isGone) = await SayAsync(to, shape, stop);
        // Somebody deleted it at Twilio: nothing has gone out, and another is made.
        return isGone ? (await SayAsync(to, shape, stop)).Delivery : delivery;
    }

    public async Task<Delivery> ShowAsync(Envelope to, OutboundMedia shown, CancellationToken stop) =>
        TwilioDelivery.Of(await messages.ShowAsync(From, Prefixed(to), media.UrlOf(shown), shown.Caption, stop));

    public async Task<Delivery> SendAsync(Envelope to, TemplateUse template, Language language, CancellationToken stop)
    {
        var sid = new[] { language, Language.En, Language.Fr, Language.Rw }.Select(one => options.Template(template.Name, one)).FirstOrDefault(one => one is not null);
        return sid is null
            ? new Failed($"There is no template {template.Name} in any language.", IsPermanent: true) { IsOurs = true }
            : TwilioDelivery.Of(await messages.SayAsync(From, Prefixed(to), sid, [.. template.Values.Select(ContentShape.Flat)], stop));
    }

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => media.FetchAsync(reference, most, stop);

    async Task<(Delivery Delivery, bool IsGone)> SayAsync(Envelope to, ContentShape shape, CancellationToken stop)
    {
        var (sid, fault) = await contents.OfAsync(shape, stop);
        // A content that was not made sent nothing, whatever became of it.
        if (fault is not null)
            return (TwilioDelivery.Of(fault) is (Throttled or Failed) and var why ? why : new Failed("The content was not made.", IsPermanent: false), false);
        var answer = await messages.SayAsync(From, Prefixed(to), sid, shape.Values, stop);
        var isGone = answer.Code is NoContent or NoContentEither;
        if (isGone)
            contents.Forget(shape, sid);
        return (TwilioDelivery.Of(answer), isGone);
    }

    static Envelope Prefixed(Envelope to) => to with { To = Prefix + to.To };

    string From => Prefix + options.WhatsAppFrom;
}
