using System.Text.RegularExpressions;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>How the bot is known to Meta, for WhatsApp without a provider between; the section Meta of the settings.</summary>
sealed partial record MetaOptions
{
    const string Graph = "https://graph.facebook.com/v23.0";
    const int MostSeconds = 120;
    const int MostPerSecond = 1_000_000;

    static readonly MetaOptions Unset = new();

    /// <summary>The app's secret, by which Meta signs what it posts.</summary>
    public string AppSecret { get; init; } = "";

    /// <summary>What Meta shows when it asks whether the webhook is ours; the words that were typed into the app's page.</summary>
    public string VerifyToken { get; init; } = "";

    /// <summary>A system user's token, for what we send.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>Meta's id of our number, digits; without it the channel is off.</summary>
    public string PhoneNumberId { get; init; } = "";

    /// <summary>The Graph API with its version; empty is Meta's own.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Messages a second to all people together; 1 to 1,000,000, default 80: what Meta allows a number at first.</summary>
    public int MessagesPerSecond { get; init; } = 80;

    /// <summary>Messages a second to one person, with three at once; 1 to 1,000,000, default 5: Meta takes 45 within six seconds and says when it is too much.</summary>
    public int MessagesPerSecondEach { get; init; } = 5;

    /// <summary>Seconds until a request counts as unanswered; 1 to 120, default 20.</summary>
    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>What Meta calls our languages in templates: Kinyarwanda, French, English.</summary>
    public string TemplateLanguages { get; init; } = "rw_RW,fr,en";

    public bool IsOn => PhoneNumberId.Length > 0;

    public PaceLimits Limits => new(WhatsAppChannel.Word, MessagesPerSecond, MessagesPerSecondEach);

    /// <summary>Where the Graph API is, without a slash at the end.</summary>
    public string Url => (BaseUrl.Length > 0 ? BaseUrl : Graph).TrimEnd('/');

    /// <summary>What Meta calls a language in templates.</summary>
    public string Code(Language language) => TemplateLanguages.Split(',')[Languages.All.Index().First(each => each.Item == language).Index].Trim();

    /// <summary>The options of the settings; what cannot work stops the start with a sentence.</summary>
    public static MetaOptions Of(IConfiguration settings)
    {
        var options = new MetaOptions
        {
            AppSecret = settings["Meta:AppSecret"] ?? "",
            VerifyToken = settings["Meta:VerifyToken"] ?? "",
            AccessToken = settings["Meta:AccessToken"] ?? "",
            PhoneNumberId = settings["Meta:PhoneNumberId"] ?? "",
            BaseUrl = SettingReading.Url(settings, "Meta:BaseUrl"),
            TemplateLanguages = settings["Meta:TemplateLanguages"] ?? Unset.TemplateLanguages,
            TimeoutSeconds = SettingReading.Number(settings, "Meta:TimeoutSeconds", 1, MostSeconds, Unset.TimeoutSeconds),
            MessagesPerSecond = SettingReading.Number(settings, "Meta:MessagesPerSecond", 1, MostPerSecond, Unset.MessagesPerSecond),
            MessagesPerSecondEach = SettingReading.Number(settings, "Meta:MessagesPerSecondEach", 1, MostPerSecond, Unset.MessagesPerSecondEach),
        };
        if (!LanguagesForm().IsMatch(options.TemplateLanguages))
            throw new SettingException("Meta:TemplateLanguages must be three codes with commas between, for Kinyarwanda, French and English, such as rw_RW,fr,en.");
        if (options.IsOn)
            Check(options, settings);
        return options;
    }

    static void Check(MetaOptions options, IConfiguration settings)
    {
        if (!IdForm().IsMatch(options.PhoneNumberId))
            throw new SettingException("Meta:PhoneNumberId must be digits: Meta's id of the number, not the number itself.");
        if (options.AppSecret.Length == 0)
            throw new SettingException("Meta:AppSecret is missing: without it nobody can tell what comes from Meta.");
        if (options.VerifyToken.Length == 0)
            throw new SettingException("Meta:VerifyToken is missing: Meta asks for it when the webhook is set.");
        if (!TokenForm().IsMatch(options.AccessToken))
            throw new SettingException("Meta:AccessToken is missing or has blanks in it: nothing can be sent without.");
        if (!string.IsNullOrEmpty(settings["Twilio:AccountSid"]) && !string.IsNullOrEmpty(settings["Twilio:WhatsAppFrom"]))
            throw new SettingException("Meta:PhoneNumberId and Twilio:WhatsAppFrom are both set: WhatsApp goes by one of them, so empty the other.");
    }

    [GeneratedRegex(@"\A[0-9]{1,32}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[\x21-\x7E]+\z")]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"\A\s*[A-Za-z_]{2,8}\s*(?:,\s*[A-Za-z_]{2,8}\s*){2}\z")]
    private static partial Regex LanguagesForm();
}
