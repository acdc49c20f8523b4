using System.Collections.Concurrent;
using System.Net;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F5: malformed payloads at both doors. RBCBOT_MALFORMED says how many; 10,000 is the bar.</summary>
public sealed class MalformedTests(ITestOutputHelper output) : IAsyncLifetime
{
    const string Secret = "malformed-secret";
    const int AtOnce = 8, WarmUp = 400;
    const long MostGrowth = 50L * 1024 * 1024;

    static readonly int Payloads = int.Parse(Environment.GetEnvironmentVariable("RBCBOT_MALFORMED") ?? "2000");

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-malformed-").FullName;
    readonly ConcurrentDictionary<(string Door, HttpStatusCode Status), int> answers = [];
    readonly HttpClient http = new();

    FakeTelegram telegram = null!; // started before anything is posted
    BotProcess bot = null!;

    public async Task InitializeAsync()
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        telegram = await FakeTelegram.StartAsync();
        bot = await BotProcess.StartAsync(folder, url, ("Telegram__Token", FakeTelegram.Token), ("Telegram__BaseUrl", telegram.BaseUrl),
            ("Telegram__PublicUrl", url), ("Telegram__WebhookSecret", Secret), ("Inbox__MessagesPerMinute", "1000000"));
        http.BaseAddress = new Uri(url);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        await telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Malformed_payloads_bring_no_5xx_no_crash_one_row_each_and_little_memory()
    {
        var seed = Environment.TickCount;
        var all = Malformed.All(new Random(seed), Payloads).ToList();
        await PostAllAsync(all.Take(WarmUp));
        var before = ProcessFigures.Memory(bot.Id);
        await PostAllAsync(all.Skip(WarmUp));
        await PostAsync("telegram", Malformed.Huge);
        await PostAsync("web", Malformed.Huge);
        var growth = ProcessFigures.Memory(bot.Id) - before;
        var (_, listed, _) = await BotProcess.RunCommandAsync(folder, ["aside", "list"]);
        var rows = listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("(not readable)", StringComparison.Ordinal));

        output.WriteLine($"seed {seed}: {Payloads} payloads at each door, {rows} set aside, memory grew by {growth / 1024 / 1024} MB; {string.Join(", ", answers.OrderBy(one => one.Key).Select(one => $"{one.Key.Door} {(int)one.Key.Status}: {one.Value}"))}");
        Assert.DoesNotContain(answers.Keys, answer => (int)answer.Status >= 500);
        Assert.All(answers.Keys.Where(answer => answer.Door == "telegram"), answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge }));
        Assert.InRange(rows, 1, all.DistinctBy(Convert.ToBase64String).Count());
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    Task PostAllAsync(IEnumerable<byte[]> payloads) => Parallel.ForEachAsync(payloads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (payload, _) =>
    {
        await PostAsync("telegram", payload);
        await PostAsync("web", payload);
    });

    async Task PostAsync(string door, byte[] payload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, door == "web" ? "/chat/malformed-phone/messages" : "/telegram/webhook") { Content = new ByteArrayContent(payload) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (door == "telegram")
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        try
        {
            using var answer = await http.SendAsync(request);
            answers.AddOrUpdate((door, answer.StatusCode), 1, (_, count) => count + 1);
        }
        // Refused before all of it was sent: the server's right, when it is too long.
        catch (HttpRequestException) when (payload.Length >= Malformed.Huge.Length)
        {
            answers.AddOrUpdate((door, HttpStatusCode.RequestEntityTooLarge), 1, (_, count) => count + 1);
        }
    }
}
