using System.Diagnostics;
using System.Text.Json;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Architecture;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F1 on the whole product: the bot is killed in the middle of running interviews. RBCBOT_BOT_KILLS says how often.</summary>
public sealed class BotKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int FirstSeed = 20270311;

    // An interview has an end: more kills are more runs, each with new interviews and a seed of its own.
    const int KillsOfARun = 50;
    const int People = 50;
    const int LongestDelayMilliseconds = 60;

    // Of some 60 messages a person: all shall still be talking when the last kill comes.
    const int AnswersBeforeLastKill = 40;
    static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(30);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-bot-kill-").FullName;
    readonly string url = $"http://127.0.0.1:{FreePort.Next()}";
    readonly List<double> restarts = [];
    readonly List<string> troubles = [];

    BotProcess bot = null!; // started before anything talks

    /// <summary>The seed and the number of kills of each run.</summary>
    public static TheoryData<int, int> Runs
    {
        get
        {
            var runs = new TheoryData<int, int>();
            var kills = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_BOT_KILLS") ?? "5");
            for (var done = 0; done < kills; done += KillsOfARun)
                runs.Add(FirstSeed + done, Math.Min(KillsOfARun, kills - done));
            return runs;
        }
    }

    public async Task InitializeAsync()
    {
        await OpenRoundAsync();
        bot = await BotProcess.StartAsync(folder, url);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Every_acknowledged_answer_survives_kill_9_once_and_every_interview_goes_on(int seed, int kills)
    {
        var form = Shipped.Form("guide-b.xlsx");
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var phones = Enumerable.Range(0, People).Select(number => new InterviewPhone(http, number, form, Thinking)).ToList();
        await AnswerUnderFireAsync(phones, seed, kills);

        Assert.All(phones, phone => Assert.Equal(phone.Asked, phone.Asked.Distinct()));
        Assert.All(phones, phone => Assert.Equal(phone.Asked, phone.Acknowledged.Select(answer => answer.Path)));
        CompareWithExport(phones, await ExportAsync());
        Assert.Equal(
            phones.SelectMany(phone => phone.Acknowledged).Select(answer => (answer.Path, answer.Value)).Order(),
            (await FactsAsync()).Select(fact => (fact.Path, fact.Value)).Order());
        Assert.Empty(troubles);
        Report(phones, seed, kills);
    }

    async Task AnswerUnderFireAsync(List<InterviewPhone> phones, int seed, int kills)
    {
        var random = new Random(seed);
        var answering = Task.WhenAll(phones.Select(phone => phone.AnswerAllAsync()));
        for (var kill = 1; kill <= kills; kill++)
        {
            // Every fourth kill comes at once: a bot that is still catching up with the kill before.
            if (kill % 4 != 0)
                await TalkedAsync(phones, People * AnswersBeforeLastKill * kill / kills);
            await Task.Delay(random.Next(LongestDelayMilliseconds));
            await bot.KillAsync();
            output.WriteLine($"kill {kill}: {phones.Count(phone => !phone.IsFinished)} interviews running, {phones.Sum(phone => phone.Acknowledged.Count)} answers acknowledged");
            Assert.All(phones, phone => Assert.False(phone.IsFinished));
            troubles.AddRange(bot.Troubles);
            await bot.DisposeAsync();
            bot = await BotProcess.StartAsync(folder, url);
            restarts.Add(bot.TimeToReady.TotalMilliseconds);
        }
        await answering;
        await SeenAgainAsync(phones);
        Assert.Equal(0, await bot.StopAsync());
        troubles.AddRange(bot.Troubles);
    }

    static async Task TalkedAsync(List<InterviewPhone> phones, int answers)
    {
        for (var since = Stopwatch.GetTimestamp(); phones.Sum(phone => phone.Acknowledged.Count) < answers; await Task.Delay(5))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"Less than {answers} answers came: somebody waits in vain for a reply to what was acknowledged.");
    }

    // What a phone was shown before a kill is what it would be shown now, number by number.
    static async Task SeenAgainAsync(List<InterviewPhone> phones)
    {
        foreach (var phone in phones)
        {
            var now = await phone.Phone.EventsAsync(after: 0, wait: 0, default);
            Assert.Equal(Enumerable.Range(1, now.Count).Select(n => (long)n), now.Select(bubble => bubble.N));
            Assert.Equal(phone.Phone.Seen.Select(bubble => (bubble.N, bubble.Text)), now.Select(bubble => (bubble.N, bubble.Text)));
        }
    }

    static void CompareWithExport(List<InterviewPhone> phones, JsonElement rows)
    {
        Assert.Equal(People, rows.GetArrayLength());
        foreach (var phone in phones)
        {
            var row = Assert.Single(rows.EnumerateArray(), row => row.GetProperty("about/b1_facility").GetString() == phone.Facility);
            Assert.Equal("submitted", row.GetProperty("state").GetString());
            Assert.All(phone.Acknowledged, answer => Assert.Equal(answer.Value, row.GetProperty(answer.Path["/data/".Length..]).ToString()));
        }
    }

    async Task OpenRoundAsync()
    {
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(
            folder, ["round", "open", Path.Combine(House.Root, "content", "forms", "guide-b.xlsx"), "--code", "B1"]);
        Assert.True(exitCode == 0, errors);
    }

    async Task<JsonElement> ExportAsync()
    {
        var file = Path.Combine(folder, "B1.json");
        var (exitCode, _, errors) = await BotProcess.RunCommandAsync(folder, ["export", "--names", "--reason", "test", "--round", "B1", "--format", "json", "--out", file]);
        Assert.True(exitCode == 0, errors);
        return JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file));
    }

    async Task<List<AnswerGiven>> FactsAsync()
    {
        using var store = new LiteDbStore(new StorageOptions(folder));
        return [.. (await new LiteDbRecords(store).FactsAsync(default)).OfType<AnswerGiven>()];
    }

    void Report(List<InterviewPhone> phones, int seed, int kills)
    {
        restarts.Sort();
        output.WriteLine($"seed {seed}: {kills} kills, {phones.Sum(phone => phone.Acknowledged.Count)} acknowledged answers, sent again {phones.Sum(phone => phone.SentAgain)} times; "
            + $"process start to ready: median {restarts[restarts.Count / 2]:0} ms, longest {restarts[^1]:0} ms");
    }
}
