using System.Net;
using System.Text.RegularExpressions;
using RbcBot.Bot.Channels.Sms;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>How the bot is known to Africa's Talking, for SMS and USSD; the section AfricasTalking of the settings.</summary>
sealed partial record AfricasTalkingOptions
{
    const int PerSecond = 20, PerSecondEach = 1;

    const string Api = "https://api.africastalking.com";

    /// <summary>8 to 128 of A-Z a-z 0-9 _ -: a part of the callbacks' address that nobody else knows, for they are not signed. Without it the channels are off.</summary>
    public string Secret { get; init; } = "";

    /// <summary>The account's name, for what we send; sandbox for trials.</summary>
    public string Username { get; init; } = "";

    public string ApiKey { get; init; } = "";

    /// <summary>Our short code or sender's name; empty lets Africa's Talking choose.</summary>
    public string From { get; init; } = "";

    /// <summary>The server, scheme and authority; empty is Africa's Talking's own.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Addresses from which callbacks may come, single ones or networks, with commas between; empty is any.</summary>
    public string Addresses { get; init; } = "";

    /// <summary>What the provider may be asked for; it names no limit, and this is what one number may send elsewhere.</summary>
    public static PaceLimits Limits { get; } = new(SmsChannel.Word, PerSecond, PerSecondEach);

    public bool IsOn => Secret.Length > 0;

    /// <summary>Whether SMS can be sent.</summary>
    public bool CanSend => ApiKey.Length > 0;

    public Uri SendUrl => new((BaseUrl.Length > 0 ? BaseUrl : Api).TrimEnd('/') + "/version1/messaging");

    /// <summary>The networks from which callbacks may come; none means any.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Written(Addresses).Select(one => Network(one) ?? throw new SettingException(WrongAddress(one)))];

    /// <summary>The options of the settings; what cannot work stops the start with a sentence.</summary>
    public static AfricasTalkingOptions Of(IConfiguration settings)
    {
        var options = new AfricasTalkingOptions
        {
            Secret = settings["AfricasTalking:Secret"] ?? "",
            Username = settings["AfricasTalking:Username"] ?? "",
            ApiKey = settings["AfricasTalking:ApiKey"] ?? "",
            From = settings["AfricasTalking:From"] ?? "",
            BaseUrl = SettingReading.Url(settings, "AfricasTalking:BaseUrl"),
            Addresses = settings["AfricasTalking:Addresses"] ?? "",
        };
        if (options.IsOn && !SecretForm().IsMatch(options.Secret))
            throw new SettingException("AfricasTalking:Secret must be 8 to 128 of A-Z a-z 0-9 _ and -: it stands in an address, and nobody may guess it.");
        if (options.Username.Length == 0 != (options.ApiKey.Length == 0))
            throw new SettingException("AfricasTalking:Username and AfricasTalking:ApiKey go together: set both, or neither when nothing is sent.");
        if (Written(options.Addresses).FirstOrDefault(one => Network(one) is null) is { } wrong)
            throw new SettingException(WrongAddress(wrong));
        return options;
    }

    static string[] Written(string addresses) => addresses.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static IPNetwork? Network(string written) =>
        IPNetwork.TryParse(written, out var network) ? network
        : IPAddress.TryParse(written, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : null;

    static string WrongAddress(string wrong) => $"AfricasTalking:Addresses names \"{wrong}\"; it may name addresses such as 192.0.2.7 or networks such as 192.0.2.0/24, with commas between.";

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{8,128}\z")]
    private static partial Regex SecretForm();
}
