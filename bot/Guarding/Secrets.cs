using Microsoft.Extensions.Configuration.Memory;

namespace RbcBot.Bot.Guarding;

/// <summary>Secrets come by the environment or by files, never from a file of the project; what only stands in for one stops the start.</summary>
static class Secrets
{
    const string Folder = "/run/secrets";

    /// <summary>The settings that are secrets.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "Storage:Connection", "Telegram:Token", "Telegram:WebhookSecret", "Meta:AppSecret", "Meta:VerifyToken", "Meta:AccessToken",
        "Twilio:AuthToken", "AfricasTalking:Secret", "AfricasTalking:ApiKey", "Metrics:Token", "Keys:Secret",
    ];

    static readonly string[] Placeholders = ["changeme", "change-me", "change_me", "secret", "password", "token", "example", "placeholder", "dummy", "xxx", "xxxx", "your-token", "your-secret", "todo", "none", "null"];

    /// <summary>Files of /run/secrets named as settings are in the environment, such as Telegram__Token; and for each secret the file that …File names.</summary>
    public static void AddSecrets(this ConfigurationManager settings, string folder = Folder)
    {
        if (Directory.Exists(folder))
            settings.AddKeyPerFile(Path.GetFullPath(folder), optional: true);
        var read = new Dictionary<string, string?>();
        foreach (var name in Names)
            if (settings[name + "File"] is { Length: > 0 } file)
                read[name] = string.IsNullOrEmpty(settings[name]) ? Read(name, file) : throw new SettingException($"{name} and {name}File are both set: keep one of them.");
        settings.Sources.Add(new MemoryConfigurationSource { InitialData = read });
        Check(settings);
    }

    /// <summary>Stops the start where a secret is none.</summary>
    public static void Check(IConfiguration settings)
    {
        foreach (var name in Names)
            if (settings[name] is { Length: > 0 } value && StandsIn(value.Trim()))
                throw new SettingException($"{name} holds words that only stand in for a secret: put in the real one, or leave it empty.");
    }

    static string Read(string name, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{name}File cannot be read: {fault.GetType().Name}.");
        }
    }

    static bool StandsIn(string value) =>
        Placeholders.Contains(value, StringComparer.OrdinalIgnoreCase) || (value[0] == '<' && value[^1] == '>')
        || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal) || value.StartsWith('…');
}
