using System.Globalization;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Waiting times from the webhook to the sent reply when turns come at their own times.</summary>
static class LatencyBench
{
    const int Seed = 1;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(string folder, int rate, int phones, int seconds, string name)
    {
        using var one = await EngineBench.StartAsync(name, Path.Combine(folder, name));
        one.Talk(32, WarmUp);
        one.TalkAtRate(phones, rate, WarmUp, Seed);
        var measured = one.TalkAtRate(phones, rate, TimeSpan.FromSeconds(seconds), Seed + 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{measured.Name}, open loop at {rate} turns/s over {seconds} s: {measured.TurnsPerSecond:0} turns/s, p50 {measured.Percentile(50):0.0} ms, p95 {measured.Percentile(95):0.0} ms, p99 {measured.Percentile(99):0.0} ms, longest {measured.Percentile(100):0.0} ms; {measured.CpuMicroseconds:0} µs of processor a turn, peak {measured.PeakMegabytes} MB, {measured.Troubles} wrong"));
        foreach (var trouble in one.Troubles)
            Console.WriteLine(trouble);
    }
}
