using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The whole program by one seed: RBCBOT_SIMULATIONS says how many seeds, RBCBOT_SEED where to begin; a failure names its seed and shows its last events, RBCBOT_LINES of them.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    static readonly int FirstSeed = Setting("RBCBOT_SEED", 1);
    static readonly int LinesShown = Setting("RBCBOT_LINES", 60);
    static readonly int Seeds = Setting("RBCBOT_SIMULATIONS", Environment.GetEnvironmentVariable("RBCBOT_SEED") is null ? 40 : 1);

    [Fact]
    public void Nothing_acknowledged_is_lost_doubled_or_stuck_whatever_happens()
    {
        var began = TimeProvider.System.GetTimestamp();
        var all = new Tally();
        // One after the other from the first: the seed that fails is the smallest, or nearly.
        var seeds = Partitioner.Create(Enumerable.Range(FirstSeed, Seeds), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var tally = Run(seed).Tally;
            lock (all)
                all.Add(tally);
        });
        output.WriteLine($"{Seeds} seeds from {FirstSeed} in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s: {all}");
    }

    [Fact]
    public void The_same_seed_is_the_same_run()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Math.Min(Seeds, 5); seed++)
        {
            var (one, other) = (Run(seed).Log, Run(seed).Log);
            Assert.Equal("", one.Difference(other));
            Assert.Equal(one.Hash(), other.Hash());
        }
    }

    static Simulation Run(int seed)
    {
        using var simulation = Simulation.Run(seed, out var fault);
        if (fault is not null)
            throw new InvalidOperationException($"RBCBOT_SEED={seed}: {fault.Message}\n{simulation.Log.Tail(LinesShown)}", fault);
        return simulation;
    }

    static int Setting(string name, int unset) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? unset.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
