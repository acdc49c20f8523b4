using RbcBot.Bot.Observing;
using Telegram.Bot;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>The two lines to the Bot API: one for everything quick, one for the long poll.</summary>
/// <remarks>HttpClients of our own, not the factory's: that one logs addresses, and the address holds the token.</remarks>
sealed class BotApi : IDisposable
{
    /// <summary>How long Telegram may hold a poll that has nothing.</summary>
    public const int PollSeconds = 30;

    readonly HttpClient quick;
    readonly HttpClient patient;

    /// <param name="way">Where requests go instead of over the network; null for the network.</param>
    public BotApi(TelegramOptions options, ChannelWatch watch, HttpMessageHandler? way = null)
    {
        quick = Line(options, watch, TimeSpan.FromSeconds(options.TimeoutSeconds), way);
        patient = Line(options, watch, TimeSpan.FromSeconds(PollSeconds + 15), way);
        Quick = Client(options, quick);
        Patient = Client(options, patient);
        Messages = new MessageLine(quick, options);
    }

    public ITelegramBotClient Quick { get; }

    public ITelegramBotClient Patient { get; }

    /// <summary>The quick line for texts with buttons, which are most of what goes out.</summary>
    public MessageLine Messages { get; }

    public void Dispose()
    {
        quick.Dispose();
        patient.Dispose();
    }

    static HttpClient Line(TelegramOptions options, ChannelWatch watch, TimeSpan longest, HttpMessageHandler? way) =>
        new(new WatchedLine(watch, ProviderLine.Way([options.BaseUrl], way))) { Timeout = longest };

    // RetryCount 1: on 429 the library would hold the sender for up to a minute; our own pace decides.
    static TelegramBotClient Client(TelegramOptions options, HttpClient line) =>
        new(new TelegramBotClientOptions(options.Token, options.BaseUrl.Length > 0 ? options.BaseUrl : null) { RetryCount = 1 }, line);
}
