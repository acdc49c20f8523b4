using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>Three channels in a storm, for two weeks of a clock without waiting: RBCBOT_STORM says how many people, 2,000 is the bar; RBCBOT_SEED where to begin. A failure names its seed and what was found first.</summary>
public sealed class StormTests(ITestOutputHelper output)
{
    const int Shown = 40;

    static readonly int People = Setting("RBCBOT_STORM", 100);
    static readonly int Seed = Setting("RBCBOT_SEED", 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everybody_is_answered_once_and_in_order_and_nudged_by_the_rules(bool isMeta)
    {
        using var storm = Run(isMeta);
        Assert.True(storm.Chronicle.Faults.Count == 0, Told(storm, storm.Chronicle.Faults));
    }

    Storm Run(bool isMeta)
    {
        var began = Stopwatch.GetTimestamp();
        var storm = new Storm(Seed, People, isMeta);
        Exception? fault = null;
        // On a thread of its own: what goes on after a wait goes on there, in order, and nowhere else.
        var thread = new Thread(() =>
        {
            try
            {
                storm.Run();
            }
            catch (Exception found)
            {
                fault = found;
            }
        }, maxStackSize: 64 * 1024 * 1024);
        thread.Start();
        thread.Join();
        output.WriteLine($"RBCBOT_SEED={Seed} RBCBOT_STORM={People} {(isMeta ? "Meta" : "Twilio")}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s; {storm.Chronicle.Tally}");
        Assert.True(fault is null, $"RBCBOT_SEED={Seed}: {fault}\n{storm.Log.Tail(20)}");
        return storm;
    }

    static string Told(Storm storm, IReadOnlyList<string> faults) =>
        $"RBCBOT_SEED={Seed} RBCBOT_STORM={People}: {faults.Count} faults\n{string.Join('\n', faults.Take(Shown))}\n{storm.Chronicle.Tally}";

    static int Setting(string name, int unset) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? unset.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
