using RbcBot.Bot.Channels;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;
using RbcBot.Core.Forms.Channels;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Faults.Throughput;

/// <summary>A provider that notes when each request came to it, and answers as the test wants.</summary>
/// <param name="answers">What becomes of a message to somebody, and how long the answer takes.</param>
sealed class CountingProvider(PaceLimits limits, TimeProvider clock, Func<string, (Delivery Answer, TimeSpan After)> answers) : IWhatsAppTransport, ISmsTransport
{
    public Capabilities Shows => Capabilities.WhatsApp;

    public PaceLimits Limits => limits;

    /// <summary>Requests in their order.</summary>
    public List<(DateTimeOffset At, string To, string Text)> Came { get; } = [];

    public Task<Delivery> SendAsync(Envelope to, ChannelMessage message, CancellationToken stop) => SendAsync(to, message.Text, stop);

    public async Task<Delivery> SendAsync(Envelope to, string text, CancellationToken stop)
    {
        Departure.Now();
        Came.Add((clock.GetUtcNow(), to.To, text));
        var (answer, after) = answers(to.To);
        await Task.Delay(after, clock, stop);
        return answer;
    }

    public Task<Delivery> ShowAsync(Envelope to, OutboundMedia media, CancellationToken stop) => throw new NotSupportedException("Nothing is shown.");

    public Task<Delivery> SendAsync(Envelope to, TemplateUse template, Language language, CancellationToken stop) => throw new NotSupportedException("No template is used.");

    public Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop) => throw new NotSupportedException("Nothing is fetched.");
}
