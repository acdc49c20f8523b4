using System.Text.RegularExpressions;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>How the bot is known to Twilio, for WhatsApp and SMS; the section Twilio of the settings.</summary>
sealed partial record TwilioOptions
{
    const string Api = "https://api.twilio.com", ContentApi = "https://content.twilio.com";
    const string Section = "Twilio";
    const string WhatsApp = "whatsapp:";
    const int MostSeconds = 120;
    const int MostPerSecond = 1_000_000;

    static readonly TwilioOptions Unset = new();

    /// <summary>The account, AC and 32 letters; without it the channels are off.</summary>
    public string AccountSid { get; init; } = "";

    /// <summary>The account's token: by it Twilio signs what it posts, and we ask.</summary>
    public string AuthToken { get; init; } = "";

    /// <summary>Where Twilio reaches us, such as https://chat.example.rw: signatures are over this and the rest of the address as it was asked for.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Twilio's server for messages; empty is Twilio's own.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Twilio's server for contents; empty is Twilio's own.</summary>
    public string ContentBaseUrl { get; init; } = "";

    /// <summary>Our number on WhatsApp, such as +250788000000; empty when WhatsApp does not go by Twilio.</summary>
    public string WhatsAppFrom { get; init; } = "";

    /// <summary>Our number or name for SMS; empty when SMS do not go by Twilio.</summary>
    public string SmsFrom { get; init; } = "";

    /// <summary>Messages a second to all people together, for each of the two channels; 1 to 1,000,000, default 80: what WhatsApp allows a number at first.</summary>
    public int MessagesPerSecond { get; init; } = 80;

    /// <summary>Messages a second to one person, with three at once; 1 to 1,000,000, default 1.</summary>
    public int MessagesPerSecondEach { get; init; } = 1;

    /// <summary>Seconds until a request counts as unanswered; 1 to 120, default 20.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Approved templates: name and language, such as reminder:rw, and the content's id at Twilio, HX and 32 letters.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    public bool IsOn => AccountSid.Length > 0;

    public bool HasWhatsApp => IsOn && WhatsAppFrom.Length > 0;

    public bool HasSms => IsOn && SmsFrom.Length > 0;

    public PaceLimits WhatsAppLimits => new(WhatsAppChannel.Word, MessagesPerSecond, MessagesPerSecondEach);

    public PaceLimits SmsLimits => new(SmsChannel.Word, MessagesPerSecond, MessagesPerSecondEach);

    public Uri MessagesUrl => new($"{Server}/2010-04-01/Accounts/{AccountSid}/Messages.json");

    public Uri ContentUrl => new($"{(ContentBaseUrl.Length > 0 ? ContentBaseUrl : ContentApi).TrimEnd('/')}/v1/Content");

    /// <summary>Where Twilio reports how far a message came.</summary>
    /// <param name="reference">Our name of the message; "" for none.</param>
    public string StatusUrl(string reference) => PublicUrl.TrimEnd('/') + TwilioChat.StatusPathOf(reference);

    /// <summary>Twilio's server for messages.</summary>
    public string Server => (BaseUrl.Length > 0 ? BaseUrl : Api).TrimEnd('/');

    /// <summary>The content's id of a template in a language; null when there is none.</summary>
    public string? Template(string name, Language language) => Templates.GetValueOrDefault($"{name}:{Languages.Code(language)}");

    /// <summary>The options of the settings; what cannot work stops the start with a sentence.</summary>
    public static TwilioOptions Of(IConfiguration settings)
    {
        var options = new TwilioOptions
        {
            AccountSid = settings["Twilio:AccountSid"] ?? "",
            AuthToken = settings["Twilio:AuthToken"] ?? "",
            PublicUrl = SettingReading.Url(settings, "Twilio:PublicUrl"),
            BaseUrl = SettingReading.Url(settings, "Twilio:BaseUrl"),
            ContentBaseUrl = SettingReading.Url(settings, "Twilio:ContentBaseUrl"),
            WhatsAppFrom = (settings["Twilio:WhatsAppFrom"] ?? "").Replace(WhatsApp, "", StringComparison.OrdinalIgnoreCase).Trim(),
            SmsFrom = (settings["Twilio:SmsFrom"] ?? "").Trim(),
            MessagesPerSecond = SettingReading.Number(settings, "Twilio:MessagesPerSecond", 1, MostPerSecond, Unset.MessagesPerSecond),
            MessagesPerSecondEach = SettingReading.Number(settings, "Twilio:MessagesPerSecondEach", 1, MostPerSecond, Unset.MessagesPerSecondEach),
            TimeoutSeconds = SettingReading.Number(settings, "Twilio:TimeoutSeconds", 1, MostSeconds, Unset.TimeoutSeconds),
            Templates = settings.GetSection($"{Section}:Templates").GetChildren()
                .SelectMany(name => name.GetChildren().Select(language => ($"{name.Key}:{language.Key}", language.Value ?? "")))
                .Where(template => template.Item2.Length > 0).ToDictionary(template => template.Item1, template => template.Item2, StringComparer.OrdinalIgnoreCase),
        };
        if (options.IsOn)
            Check(options);
        return options;
    }

    static void Check(TwilioOptions options)
    {
        if (!AccountForm().IsMatch(options.AccountSid))
            throw new SettingException("Twilio:AccountSid must be AC and 32 of 0-9 a-f, as Twilio's console shows it.");
        if (options.AuthToken.Length == 0)
            throw new SettingException("Twilio:AuthToken is missing: without it nobody can tell what comes from Twilio.");
        if (options.PublicUrl.Length == 0)
            throw new SettingException("Twilio:PublicUrl is missing: Twilio signs over the address by which it reaches us, such as https://chat.example.rw.");
        if (options.WhatsAppFrom.Length > 0 && !NumberForm().IsMatch(options.WhatsAppFrom))
            throw new SettingException("Twilio:WhatsAppFrom must be a number such as +250788000000.");
        if (options.SmsFrom.Length > 0 && !SmsSenderForm().IsMatch(options.SmsFrom))
            throw new SettingException("Twilio:SmsFrom must be a number such as +250788000000, a short code, or a registered name of at most 11 letters and digits.");
        if (!options.HasWhatsApp && !options.HasSms)
            throw new SettingException("Twilio:WhatsAppFrom and Twilio:SmsFrom are both missing: with an account alone nothing can be said.");
        if (options.Templates.FirstOrDefault(template => !ContentForm().IsMatch(template.Value)) is { Key: { } wrong })
            throw new SettingException($"Twilio:Templates:{wrong} must be HX and 32 of 0-9 a-f, as Twilio's console shows it.");
    }

    [GeneratedRegex(@"\AAC[0-9a-f]{32}\z")]
    private static partial Regex AccountForm();

    [GeneratedRegex(@"\A\+[0-9]{5,20}\z")]
    private static partial Regex NumberForm();

    // A name has a letter, or it would be a number.
    [GeneratedRegex(@"\A(?:\+[0-9]{5,20}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11})\z")]
    private static partial Regex SmsSenderForm();

    [GeneratedRegex(@"\AHX[0-9a-f]{32}\z")]
    private static partial Regex ContentForm();
}
