using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.WhatsApp;

/// <summary>A provider through whom WhatsApp is reached: Twilio, or Meta itself. Each call is one request that sends one message.</summary>
/// <remarks>An address is what the provider calls a person: her number in E.164, such as +250788123456, or her id in Meta's business scope, such as RW.13491208655302741918.</remarks>
interface IWhatsAppTransport
{
    /// <summary>What can be shown through this provider.</summary>
    Capabilities Shows { get; }

    /// <summary>What the provider allows.</summary>
    PaceLimits Limits { get; }

    /// <summary>Sends a text with what can be pressed under it.</summary>
    Task<Delivery> SendAsync(Envelope to, ChannelMessage message, CancellationToken stop);

    /// <summary>Sends a picture, sound or film of a form.</summary>
    Task<Delivery> ShowAsync(Envelope to, OutboundMedia media, CancellationToken stop);

    /// <summary>Sends an approved template, which may go at any time; permanently failed when there is none of the name in a language that will do.</summary>
    /// <param name="language">The person's; a template that lacks it is sent in another.</param>
    Task<Delivery> SendAsync(Envelope to, TemplateUse template, Language language, CancellationToken stop);

    /// <summary>The bytes of a file that a person sent, as for <see cref="IChannel.FetchAsync"/>.</summary>
    Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop);
}
