using RbcBot.Bot.Channels.Sms;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>SMS by Twilio, which in Rwanda only go out.</summary>
sealed class TwilioSms(TwilioOptions options, TwilioMessages messages) : ISmsTransport
{
    public PaceLimits Limits => options.SmsLimits;

    public async Task<Delivery> SendAsync(Envelope to, string text, CancellationToken stop) => TwilioDelivery.Of(await messages.SayAsync(options.SmsFrom, to, text, stop));
}
