using System.Diagnostics;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The bots that are held against each other.</summary>
static class Contestants
{
    const long FirstChat = 1_000_000;
    const string Connection = "Storage__Connection";

    /// <summary>The bot as it is published; a build that is no Release has only the bot as it is built.</summary>
    static readonly string Shipped = File.Exists(Path.Combine(AppContext.BaseDirectory, "bot", "RbcBot.Bot.dll")) ? "bot/RbcBot.Bot.dll" : "RbcBot.Bot.dll";

    /// <summary>The real bot in a process of its own, on a folder where the round is open.</summary>
    public static Contestant Bot(string folder, long firstChat = FirstChat) =>
        new("bot", new Phones(Script.Bot, firstChat), (telegram, port) => Program(Shipped, [], BotSettings(folder, telegram, port)));

    /// <summary>The same on PostgreSQL.</summary>
    public static Contestant Postgres(string folder, string connection) =>
        new("postgres", new Phones(Script.Bot, FirstChat), (telegram, port) => Program(Shipped, [], [.. BotSettings(folder, telegram, port), (Connection, connection)]));

    /// <summary>The same on a folder that knows a crowd.</summary>
    public static Contestant Known(string folder, Crowd crowd) =>
        new("bot", new Phones(Crowd.Script, FirstChat, crowd), (telegram, port) => Program(Shipped, [], BotSettings(folder, telegram, port)));

    /// <summary>The bot's loop and channels on a store that keeps nothing: what all costs but the store.</summary>
    public static Contestant Storeless(string folder) =>
        new("storeless", new Phones(Script.Bot, FirstChat), (telegram, port) => Program("RbcBot.Bench.dll", ["serve", "storeless"], [.. BotSettings(folder, telegram, port), ("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0")]));

    /// <summary>What nobody can beat on this machine who keeps what he acknowledges: parse, append with one flush a group, answer, send.</summary>
    public static Contestant Floor(string folder) =>
        new("floor", new Phones(Script.Floor, FirstChat), (telegram, port) => Program("RbcBot.Bench.dll", ["serve", "floor", folder, telegram, $"{port}"], []));

    public static Contestant Grammy(string folder)
    {
        Directory.CreateDirectory(folder);
        return new("grammy", new Phones(Script.Bot, FirstChat), (telegram, port) => GrammyBot.Start(folder, telegram, port));
    }

    static (string, string)[] BotSettings(string folder, string telegram, int port) =>
    [
        ("Storage__Path", folder), ("Urls", $"http://127.0.0.1:{port}"), ("Telegram__Token", Phones.Token), ("Telegram__BaseUrl", telegram),
        ("Telegram__PublicUrl", "http://127.0.0.1:1"), ("Telegram__WebhookSecret", Phones.Secret),
        ("Telegram__MessagesPerSecond", "1000000"), ("Telegram__MessagesPerSecondEach", "1000000"), ("Inbox__MessagesPerMinute", "1000000"), ("Logging__LogLevel__Default", "Warning"),
        ("DOTNET_GCgen0size", "2000000"), // as the Dockerfile has it
    ];

    /// <param name="connection">To PostgreSQL; "" when the folder is the store.</param>
    public static async Task OpenRoundAsync(string folder, string connection = "")
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "bench.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx.Of(("survey", Script.Survey), ("settings", "form_id\nbench")));
        var (exit, _, errors) = await BotProcess.RunCommandAsync(folder, ["round", "open", file, "--code", Script.Code], (Connection, connection));
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
