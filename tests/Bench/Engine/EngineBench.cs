using System.Globalization;
using RbcBot.Tests.Stores.Postgres;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Turns a second from the webhook to the sent reply: the bot, the floor and grammY in turn, so that a change of the machine's speed meets all.</summary>
static class EngineBench
{
    const int Rounds = 4;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    /// <param name="names">bot, postgres, storeless, floor, grammy: who takes part.</param>
    public static async Task RunAsync(string folder, IReadOnlyList<int> phones, int seconds, IReadOnlyList<string> names)
    {
        List<Contestant> all = [];
        try
        {
            foreach (var name in names)
                all.Add(await StartAsync(name, Path.Combine(folder, name)));
            foreach (var count in phones)
                Print(count, Measure(all, count, TimeSpan.FromSeconds(seconds)));
            foreach (var trouble in all.SelectMany(one => one.Troubles.Select(trouble => $"{one.Name}: {trouble}")))
                Console.WriteLine(trouble);
        }
        finally
        {
            all.ForEach(one => one.Dispose());
        }
    }

    public static async Task<Contestant> StartAsync(string name, string folder)
    {
        var connection = name == "postgres" ? PostgresServer.One.NewDatabase() : "";
        if (name is "bot" or "postgres")
            await Contestants.OpenRoundAsync(folder, connection);
        return name switch
        {
            "bot" => Contestants.Bot(folder),
            "postgres" => Contestants.Postgres(folder, connection),
            "storeless" => Contestants.Storeless(folder),
            "floor" => Contestants.Floor(folder),
            "grammy" => Contestants.Grammy(folder),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "bot, postgres, storeless, floor or grammy"),
        };
    }

    static List<Measured> Measure(List<Contestant> all, int count, TimeSpan time)
    {
        all.ForEach(one => one.Talk(count, WarmUp));
        var windows = Enumerable.Range(0, Rounds).Select(_ => all.ConvertAll(one => one.Talk(count, time / Rounds))).ToList();
        return [.. all.Index().Select(one => Measured.Of([.. windows.Select(window => window[one.Index])]))];
    }

    static void Print(int count, List<Measured> all)
    {
        Console.WriteLine($"{count} phones, closed loop, {all[0].Time.TotalSeconds:0} s each in {Rounds} windows:");
        Console.WriteLine($"  {"",-10} {"turns/s",9} {"p50 ms",8} {"p95 ms",8} {"p99 ms",8} {"bot µs",8} {"driver µs",10} {"peak MB",8} {"wrong",6}");
        foreach (var one in all)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {one.Name,-10} {one.TurnsPerSecond,9:0} {one.Percentile(50),8:0.00} {one.Percentile(95),8:0.00} {one.Percentile(99),8:0.00} {one.CpuMicroseconds,8:0} {one.DriverMicroseconds,10:0} {one.PeakMegabytes,8} {one.Troubles,6}"));
        if (all.Find(one => one.Name == "bot") is { } bot)
            foreach (var other in all.Where(one => one != bot))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bot / {other.Name}: {bot.TurnsPerSecond / other.TurnsPerSecond:0.00}"));
    }
}
