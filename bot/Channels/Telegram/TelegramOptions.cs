using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>How the bot is known to Telegram; the section Telegram of the settings.</summary>
sealed partial record TelegramOptions
{
    const string Path = "/telegram/webhook";
    const int MostSeconds = 120;
    const int MostPerSecond = 1_000_000;

    static readonly TelegramOptions Unset = new();

    /// <summary>From BotFather, such as 123456:abc; without it the channel is off.</summary>
    public string Token { get; init; } = "";

    /// <summary>The Bot API server, scheme and authority; empty is Telegram's own.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>1 to 256 of A-Z a-z 0-9 _ -; when empty, one is derived from the token, the same on every node.</summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>Where Telegram reaches us, such as https://chat.example.rw; empty means long polling.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Messages a second to all chats together; 1 to 1,000,000, default 25: Telegram allows about 30, and more to who pays for it.</summary>
    public int MessagesPerSecond { get; init; } = 25;

    /// <summary>Messages a second to one chat, with three at once; 1 to 1,000,000, default 1, as Telegram advises.</summary>
    public int MessagesPerSecondEach { get; init; } = 1;

    /// <summary>Seconds until a request to the Bot API counts as unanswered; 1 to 120, default 20: it answers in one, but a picture takes its time.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    public PaceLimits Limits => new(TelegramChannel.Word, MessagesPerSecond, MessagesPerSecondEach);

    public bool IsOn => Token.Length > 0;

    public bool HasWebhook => PublicUrl.Length > 0;

    public string WebhookUrl => PublicUrl.EndsWith(Path, StringComparison.Ordinal) ? PublicUrl : PublicUrl.TrimEnd('/') + Path;

    public string Secret => WebhookSecret.Length > 0
        ? WebhookSecret
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "telegram webhook secret"u8));

    /// <summary>The options of the settings; what cannot work stops the start with a sentence.</summary>
    public static TelegramOptions Of(IConfiguration settings)
    {
        var options = new TelegramOptions
        {
            Token = settings["Telegram:Token"] ?? "",
            WebhookSecret = settings["Telegram:WebhookSecret"] ?? "",
            BaseUrl = SettingReading.Url(settings, "Telegram:BaseUrl"),
            PublicUrl = SettingReading.Url(settings, "Telegram:PublicUrl"),
            TimeoutSeconds = SettingReading.Number(settings, "Telegram:TimeoutSeconds", 1, MostSeconds, Unset.TimeoutSeconds),
            MessagesPerSecond = SettingReading.Number(settings, "Telegram:MessagesPerSecond", 1, MostPerSecond, Unset.MessagesPerSecond),
            MessagesPerSecondEach = SettingReading.Number(settings, "Telegram:MessagesPerSecondEach", 1, MostPerSecond, Unset.MessagesPerSecondEach),
        };
        if (options.IsOn && !TokenForm().IsMatch(options.Token))
            throw new SettingException("Telegram:Token must look like 123456:abcdef, as BotFather gives it.");
        if (options.WebhookSecret.Length > 0 && !SecretForm().IsMatch(options.WebhookSecret))
            throw new SettingException("Telegram:WebhookSecret must be 1 to 256 of A-Z a-z 0-9 _ and -.");
        return options;
    }

    [GeneratedRegex(@"\A[0-9]+:[A-Za-z0-9_-]+\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex SecretForm();
}
