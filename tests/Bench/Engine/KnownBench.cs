using System.Diagnostics;
using System.Globalization;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>What a turn costs, and the start, and memory, when few, many and very many people are known; any of them may speak next.</summary>
static class KnownBench
{
    const long First = 2_000_000_000;
    const int Phones = 32, Seed = 1, Rounds = 3;
    const double AtRest = 0.03;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20), Rest = TimeSpan.FromSeconds(12), Longest = TimeSpan.FromMinutes(15);

    public static async Task RunAsync(string folder, IReadOnlyList<int> counts, int seconds)
    {
        List<Contestant> all = [];
        try
        {
            foreach (var count in counts)
                all.Add(await StartAsync(Path.Combine(folder, $"{count}"), count));
            all.ForEach(one => one.Talk(Phones, WarmUp));
            var windows = Enumerable.Range(0, Rounds).Select(_ => all.ConvertAll(one => one.Talk(Phones, TimeSpan.FromSeconds(seconds) / Rounds))).ToList();
            Print(counts, [.. all.Index().Select(one => Measured.Of([.. windows.Select(window => window[one.Index])]))]);
            all.ForEach(one => one.Troubles.ToList().ForEach(Console.WriteLine));
        }
        finally
        {
            all.ForEach(one => one.Dispose());
        }
    }

    static async Task<Contestant> StartAsync(string folder, int count)
    {
        await Contestants.OpenRoundAsync(folder);
        var since = Stopwatch.GetTimestamp();
        await CrowdFilling.FillAsync(folder, First, count);
        var filled = Stopwatch.GetElapsedTime(since);
        var size = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;
        since = Stopwatch.GetTimestamp();
        var bot = Contestants.Known(folder, new Crowd(First, count, Seed));
        bot.Talk(1, TimeSpan.Zero);
        var started = Stopwatch.GetElapsedTime(since);
        var settled = await SettleAsync(bot);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} known, {count * (Crowd.Question - 1)} answers: filled in {filled.TotalSeconds:0.0} s, {size:0} MB on disk; start to first answered chat {started.TotalSeconds:0.00} s, at rest after {settled.TotalSeconds:0} s with {Memory.ResidentMegabytes(bot.Id)} MB"));
        return bot;
    }

    // Gigabytes that were filled in within minutes are merged and checked for minutes: that is the filling's cost, not a turn's.
    static async Task<TimeSpan> SettleAsync(Contestant bot)
    {
        var since = Stopwatch.GetTimestamp();
        for (var used = TimeSpan.MaxValue; used > Rest * AtRest && Stopwatch.GetElapsedTime(since) < Longest;)
        {
            var before = bot.Cpu();
            await Task.Delay(Rest);
            used = bot.Cpu() - before;
        }
        return Stopwatch.GetElapsedTime(since);
    }

    static void Print(IReadOnlyList<int> counts, List<Measured> all)
    {
        Console.WriteLine($"{Phones} phones, closed loop, {all[0].Time.TotalSeconds:0} s each:");
        foreach (var (index, one) in all.Index())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {counts[index],9} known: {one.TurnsPerSecond:0} turns/s, p99 {one.Percentile(99):0.0} ms, {one.CpuMicroseconds:0} µs of processor a turn ({one.CpuMicroseconds / all[0].CpuMicroseconds:0.00} of the first), peak {one.PeakMegabytes} MB, {one.Troubles} wrong"));
    }
}
