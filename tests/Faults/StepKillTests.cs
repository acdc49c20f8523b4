using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using RbcBot.Bot;
using RbcBot.Tests.Core.Forms;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F1 at every named step of a turn: the bot kills itself there, comes up again, and the log of the fake Telegram decides. RBCBOT_STEP_KILLS says how often at each step.</summary>
public sealed class StepKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Chats = 4, Questions = 3, LongestCount = 8, MostTwice = 8;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(90);
    static readonly int KillsEach = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_STEP_KILLS") ?? "1");

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-step-kill-").FullName;
    readonly string url = $"http://127.0.0.1:{FreePort.Next()}";

    FakeTelegram telegram = null!; // started before the bot
    int people;

    public async Task InitializeAsync()
    {
        telegram = await FakeTelegram.StartAsync();
        var rows = string.Join("\n", Enumerable.Range(1, Questions).Select(number => $"text | q{number} | Question {number}?"));
        var file = Path.Combine(folder, "kill.xlsx");
        await File.WriteAllBytesAsync(file, Xlsx.Of(("survey", $"type | name | label\n{rows}"), ("settings", "form_id\nkill")));
        Assert.Equal(0, (await BotProcess.RunCommandAsync(folder, ["round", "open", file, "--code", "KILL"])).ExitCode);
    }

    public async Task DisposeAsync()
    {
        await telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Killed_at_any_step_nothing_is_lost_nothing_is_done_twice_and_a_sender_repeats_one_message_at_most()
    {
        var random = new Random(Environment.TickCount);
        foreach (var step in Steps().SelectMany(step => Enumerable.Repeat(step, KillsEach)))
            await KillAtAsync(step, random.Next(1, LongestCount));
        await using var bot = await StartAsync("");
        await AnsweredAsync();
        Compare();
        var rows = await ExportAsync();
        Assert.Equal(people, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(
            Enumerable.Range(1, Questions).Select(number => $"answer {number}"), Enumerable.Range(1, Questions).Select(number => row.GetProperty($"q{number}").GetString())));
    }

    /// <summary>The steps of a turn at which something in this build calls.</summary>
    static IEnumerable<Step> Steps() => Enum.GetValues<Step>().Where(step => step < Step.Erasing && Architecture.House.Files("bot", "*.cs")
        .Any(file => File.ReadAllText(file).Contains($"Steps.At(Step.{step})", StringComparison.Ordinal)));

    async Task KillAtAsync(Step step, int count)
    {
        var sent = telegram.Calls.Count(call => call.Method == "sendMessage");
        foreach (var _ in Enumerable.Range(0, Chats))
            Say(++people);
        output.WriteLine($"{step}:{count}: {await DiedAsync($"{step}:{count}")}, {telegram.Unconfirmed} updates not confirmed, {telegram.Calls.Count(call => call.Method == "sendMessage") - sent} messages sent");
    }

    // With what the kill before left behind, the step can come while the bot is still coming up.
    async Task<string> DiedAsync(string killAt)
    {
        try
        {
            await using var bot = await StartAsync(killAt);
            Assert.Equal(137, await bot.EndAsync());
            return "died while it ran";
        }
        catch (Exception early) when (early is HttpRequestException or SocketException || early is InvalidOperationException && early.Message.StartsWith("The bot ended", StringComparison.Ordinal))
        {
            return "died while it came up";
        }
    }

    void Say(int chat)
    {
        string[] all = ["/start KILL", "English", "I agree", .. Enumerable.Range(1, Questions).Select(number => $"answer {number}")];
        foreach (var words in all)
            telegram.Says(chat, words);
    }

    async Task AnsweredAsync()
    {
        Say(++people); // nobody is killed while this one talks: what she hears is what all must have heard
        for (var since = Stopwatch.GetTimestamp(); telegram.Unconfirmed > 0 || Enumerable.Range(1, people).Any(chat => Heard(chat).Count < Heard(people).Count) || !IsDone(people); await Task.Delay(Look))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{telegram.Unconfirmed} updates are not confirmed; heard: {string.Join(' ', Enumerable.Range(1, people).Select(chat => Heard(chat).Count))}");
    }

    bool IsDone(int chat) => Heard(chat).Any(text => text.Contains("answer 3", StringComparison.Ordinal) || text.Contains("Send", StringComparison.Ordinal));

    // A message that went out before the kill and was not yet marked goes out again, behind itself: one for each that was on its way.
    void Compare()
    {
        var twice = 0;
        foreach (var chat in Enumerable.Range(1, people))
        {
            var heard = Heard(chat);
            var once = heard.Where((text, index) => index == 0 || text != heard[index - 1]).ToList();
            Assert.Equal(Heard(people), once);
            twice += heard.Count - once.Count;
        }

        output.WriteLine($"{people} people, {twice} messages went out twice");
        Assert.InRange(twice, 0, Steps().Count() * KillsEach * MostTwice);
    }

    List<string> Heard(int chat) => [.. telegram.State.Messages(chat).Select(message => message.Text)];

    Task<BotProcess> StartAsync(string killAt) => BotProcess.StartAsync(
        folder, url, ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl), ("Telegram__PublicUrl", url),
        ("Telegram__MessagesPerSecond", "10000"), ("Telegram__MessagesPerSecondEach", "10000"), ("RBCBOT_KILL_AT", killAt));

    async Task<JsonElement> ExportAsync()
    {
        var file = Path.Combine(folder, "export.json");
        Assert.Equal(0, (await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "KILL", "--format", "json", "--out", file])).ExitCode);
        return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file));
    }
}
