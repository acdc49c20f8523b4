using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using RbcBot.Tests.Given;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults;

/// <summary>F20 and F25: acknowledgements stay quick while somebody floods, and nothing grows with time. RBCBOT_SOAK_MINUTES makes it long: 20 is the bar.</summary>
[Collection(Alone.Name)]
public sealed class LoadTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int PerSecond = 50, FloodPerMinute = 1000, People = 100, MostNewFiles = 40;
    const double MostShortGrowth = 60, MostGrowthPerHour = 20;

    static readonly TimeSpan SlowestAcknowledgement = TimeSpan.FromMilliseconds(250), WarmUp = TimeSpan.FromSeconds(4), Short = TimeSpan.FromSeconds(15);
    static readonly double SoakMinutes = double.Parse(Environment.GetEnvironmentVariable("RBCBOT_SOAK_MINUTES") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-load-").FullName;
    readonly ConcurrentBag<double> acknowledgements = [];
    readonly ConcurrentDictionary<HttpStatusCode, int> flooder = [];
    readonly HttpClient http = new();

    BotProcess bot = null!; // started before anything is posted
    int said;

    public async Task InitializeAsync()
    {
        bot = await BotProcess.StartAsync(folder);
        http.BaseAddress = new Uri(bot.Url);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Fifty_messages_a_second_are_acknowledged_quickly_beside_a_flood_and_memory_and_files_stay()
    {
        await TalkAsync(WarmUp);
        acknowledgements.Clear();
        var figures = new List<(double Hours, double Megabytes)>();
        var files = ProcessFigures.OpenFiles(bot.Id);
        var since = Stopwatch.GetTimestamp();
        for (var time = SoakMinutes > 0 ? TimeSpan.FromMinutes(SoakMinutes) : Short; Stopwatch.GetElapsedTime(since) < time;)
        {
            await TalkAsync(TimeSpan.FromSeconds(5));
            figures.Add((Stopwatch.GetElapsedTime(since).TotalHours, ProcessFigures.Memory(bot.Id) / 1024.0 / 1024.0));
        }

        var sorted = acknowledgements.Order().ToList();
        var (p99, newFiles, growth) = (sorted[(int)(sorted.Count * 0.99)], ProcessFigures.OpenFiles(bot.Id) - files, figures[^1].Megabytes - figures[0].Megabytes);
        output.WriteLine($"{sorted.Count} messages, acknowledged within {sorted[sorted.Count / 2]:0.0} ms (median), {p99:0.0} ms (p99), {sorted[^1]:0} ms (longest); memory {figures[0].Megabytes:0} to {figures[^1].Megabytes:0} MB, "
            + $"second half {Slope(figures):0.0} MB/h; {newFiles} more open files; the flooder got {string.Join(", ", flooder.Select(one => $"{(int)one.Key}: {one.Value}"))}");
        Assert.InRange(p99, 0, SlowestAcknowledgement.TotalMilliseconds);
        Assert.InRange(newFiles, int.MinValue, MostNewFiles);
        Assert.InRange(growth, double.MinValue, MostShortGrowth);
        Assert.True(SoakMinutes == 0 || Slope(figures) < MostGrowthPerHour, "Memory grows with time.");
        Assert.All(flooder.Keys, answer => Assert.Contains(answer, new[] { HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests }));
        Assert.Empty(bot.Troubles);
    }

    // Open loop: a message is due at its time, and late is late whoever is to blame.
    Task TalkAsync(TimeSpan time) => Task.WhenAll(
        AtPaceAsync(time, PerSecond, async () =>
        {
            var number = Interlocked.Increment(ref said);
            var since = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.Accepted, await PostAsync($"load-person-{number % People:000}", number));
            acknowledgements.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }),
        AtPaceAsync(time, FloodPerMinute / 60.0, async () =>
            flooder.AddOrUpdate(await PostAsync("load-flooder", Interlocked.Increment(ref said)), 1, (_, count) => count + 1)));

    static async Task AtPaceAsync(TimeSpan time, double perSecond, Func<Task> post)
    {
        var posting = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < time && await timer.WaitForNextTickAsync();)
            posting.Add(post());
        await Task.WhenAll(posting);
    }

    async Task<HttpStatusCode> PostAsync(string session, int number) =>
        await new WebPhone(http, session).PostAsync(new { id = $"{number}", text = "menu" }, default);

    // Least squares over the second half, in MB an hour: the first half is the warming of the runtime.
    static double Slope(List<(double Hours, double Megabytes)> all)
    {
        var half = all.Skip(all.Count / 2).ToList();
        var (meanHours, meanMegabytes) = (half.Average(one => one.Hours), half.Average(one => one.Megabytes));
        var spread = half.Sum(one => Math.Pow(one.Hours - meanHours, 2));
        return spread == 0 ? 0 : half.Sum(one => (one.Hours - meanHours) * (one.Megabytes - meanMegabytes)) / spread;
    }
}
