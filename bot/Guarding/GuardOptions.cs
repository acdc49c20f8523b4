using System.Net;

namespace RbcBot.Bot.Guarding;

/// <summary>What the bot bears from outside; the section Guard of the settings.</summary>
/// <param name="WebhooksPerSecond">
/// Webhooks from one address in a second, with as many again at once; 0 to 1,000,000, 0 for no limit. Default 500: at the pace that Meta allows
/// a number at first (80 messages a second) its reports of three states alone are 240, beside what people say.
/// </param>
/// <param name="ChatPerSecond">Posts to the web chat from one address in a second, with three times as many at once; 0 to 1,000,000, 0 for no limit. Default 100: a mobile network puts a district behind one address.</param>
/// <param name="Connections">Connections open at the same moment; 100 to 1,000,000, default 20,000: each waiting chat is one.</param>
/// <param name="Proxies">Addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are believed, with commas between; "" believes nobody.</param>
sealed record GuardOptions(int WebhooksPerSecond = 500, int ChatPerSecond = 100, int Connections = 20_000, string Proxies = "")
{
    const int MostPerSecond = 1_000_000, FewestConnections = 100, MostConnections = 1_000_000;

    /// <summary>The networks that stand in Proxies.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Written(Proxies).Select(one => Network(one) ?? throw Wrong(one))];

    /// <summary>The options of the settings, checked.</summary>
    public static GuardOptions Of(IConfiguration settings)
    {
        var unset = new GuardOptions();
        var options = new GuardOptions(
            SettingReading.Number(settings, "Guard:WebhooksPerSecond", 0, MostPerSecond, unset.WebhooksPerSecond),
            SettingReading.Number(settings, "Guard:ChatPerSecond", 0, MostPerSecond, unset.ChatPerSecond),
            SettingReading.Number(settings, "Guard:Connections", FewestConnections, MostConnections, unset.Connections),
            settings["Guard:Proxies"] ?? unset.Proxies);
        if (Written(options.Proxies).FirstOrDefault(one => Network(one) is null) is { } wrong)
            throw Wrong(wrong);
        return options;
    }

    static string[] Written(string proxies) => proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static IPNetwork? Network(string written) =>
        IPNetwork.TryParse(written, out var network) ? network
        : IPAddress.TryParse(written, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : null;

    static SettingException Wrong(string wrong) =>
        new($"Guard:Proxies names \"{wrong}\"; it may name addresses such as 10.0.0.2 or networks such as 10.0.0.0/24, with commas between.");
}
