using System.Diagnostics;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The bots that are held against each other.</summary>
static class Contestants
{
    /// <summary>The real bot in a process of its own, on a folder with the round open.</summary>
    public static async Task<Contestant> BotAsync(string folder, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(folder);
        await OpenRoundAsync(folder);
        return new Contestant("bot", Script.Bot, (telegram, port) => Program("RbcBot.Bot.dll", [], [.. BotSettings(folder, telegram, port), .. settings]));
    }

    /// <summary>The bot's loop and channels on a store that keeps nothing: what all costs but the store.</summary>
    public static Contestant Storeless(string folder) =>
        new("storeless", Script.Bot, (telegram, port) => Program("RbcBot.Bench.dll", ["serve", "storeless"], BotSettings(folder, telegram, port)));

    /// <summary>What nobody can beat on this machine who keeps what he acknowledges: parse, append with one flush a group, answer, send.</summary>
    public static Contestant Floor(string folder) =>
        new("floor", Script.Floor, (telegram, port) => Program("RbcBot.Bench.dll", ["serve", "floor", folder, telegram, $"{port}"], []));

    public static Contestant Grammy(string folder)
    {
        Directory.CreateDirectory(folder);
        return new("grammy", Script.Bot, (telegram, port) => GrammyBot.Start(folder, telegram, port));
    }

    static (string, string)[] BotSettings(string folder, string telegram, int port) =>
    [
        ("Storage__Path", folder), ("Urls", $"http://127.0.0.1:{port}"), ("Telegram__Token", Phones.Token), ("Telegram__BaseUrl", telegram),
        ("Telegram__PublicUrl", "http://127.0.0.1:1"), ("Telegram__WebhookSecret", Phones.Secret),
        ("Telegram__MessagesPerSecond", "1000000"), ("Telegram__MessagesPerSecondEach", "1000000"), ("Logging__LogLevel__Default", "Warning"),
    ];

    static async Task OpenRoundAsync(string folder)
    {
        var file = Path.Combine(folder, "bench.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx.Of(("survey", Script.Survey), ("settings", "form_id\nbench")));
        var (exit, _, errors) = await BotProcess.RunCommandAsync(folder, ["round", "open", file, "--code", Script.Code]);
        if (exit != 0)
            throw new InvalidOperationException(errors);
    }

    static ProcessStartInfo Program(string name, IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, name), .. arguments]) { RedirectStandardOutput = true };
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (setting, value) in settings)
            start.Environment[setting] = value;
        return start;
    }
}
