using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Sms;

/// <summary>A provider through whom SMS go out: Twilio, or Africa's Talking, which brings answers too. Each call is one request that sends one message.</summary>
interface ISmsTransport
{
    /// <summary>What the provider allows.</summary>
    PaceLimits Limits { get; }

    /// <param name="to">A number in E.164.</param>
    Task<Delivery> SendAsync(Envelope to, string text, CancellationToken stop);
}
