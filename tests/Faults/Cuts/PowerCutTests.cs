using System.Globalization;
using Xunit.Abstractions;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>F2: the power is cut at any moment, in the middle of a write too; RBCBOT_CUTS says how often, RBCBOT_SEED where to begin.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    const int CutsInRun = 10;
    const int DeedsInRun = 120;
    const int MostInRoom = 500;
    static readonly int Cuts = Setting("RBCBOT_CUTS", 100);
    static readonly int FirstSeed = Setting("RBCBOT_SEED", 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_acknowledged_is_lost_torn_or_doubled_by_a_cut(bool hasTrouble)
    {
        for (var seed = FirstSeed; (seed - FirstSeed) * CutsInRun < Cuts; seed++)
            foreach (var (image, acknowledged, step) in await RunAsync(seed, hasTrouble))
                await CheckAsync(seed, step, image, acknowledged);
        output.WriteLine($"{Cuts} cuts from seed {FirstSeed}");
    }

    [Fact]
    public async Task Store_that_had_trouble_knows_all_it_acknowledged_without_a_restart()
    {
        for (var seed = FirstSeed; (seed - FirstSeed) * CutsInRun < Cuts; seed++)
        {
            using var world = new CutWorld(new CutDisk { Chance = new Random(seed) }, seed);
            for (var deed = 0; deed < DeedsInRun; deed++)
            {
                world.Trouble();
                await world.DoAsync();
            }
            (world.Disk.IsFull, world.Disk.FailingFlushes) = (false, 0);
            world.Store.Tick();
            await world.FinishAsync();
            await world.CheckAsync(world.Acknowledged with { Handled = world.Acknowledged.Accepted });
        }
    }

    [Fact]
    public async Task Full_disk_refuses_and_reads_and_takes_again_when_there_is_room()
    {
        using var world = new CutWorld(new CutDisk(), 1);
        Assert.True(await world.WriteAsync());
        world.Disk.IsFull = true;
        // There is room ahead in the journal.
        for (var more = 0; more < MostInRoom && await world.WriteAsync(); more++)
            await world.CheckAsync(world.Acknowledged);
        Assert.False(await world.WriteAsync());
        await world.CheckAsync(world.Acknowledged);
        world.Disk.IsFull = false;
        Assert.True(await world.WriteAsync());
        await world.CheckAsync(world.Acknowledged);
    }

    [Fact]
    public async Task Store_that_could_not_be_opened_again_is_open_after_the_first_move_on_a_sound_disk()
    {
        using var world = new CutWorld(new CutDisk(), 1);
        Assert.True(await world.WriteAsync());
        world.Disk.FailingFlushes = int.MaxValue;
        world.Store.Tick();
        world.Disk.FailingFlushes = 0;
        world.Store.Tick();
        await world.CheckAsync(world.Acknowledged);
    }

    // Runs the world once to see how much happens to its disk, then again, and cuts at some of those moments.
    static async Task<List<(CutDisk Image, Acknowledged Acknowledged, int Step)>> RunAsync(int seed, bool hasTrouble)
    {
        var steps = 0;
        await DoAsync(seed, hasTrouble, new CutDisk { Chance = new Random(seed), Happens = _ => Interlocked.Increment(ref steps) }, _ => { });
        var chance = new Random(seed);
        var at = Enumerable.Range(0, CutsInRun).Select(_ => chance.Next(1, steps)).ToHashSet();
        List<(CutDisk, Acknowledged, int)> images = [];
        var step = 0;
        var disk = new CutDisk { Chance = new Random(seed) };
        await DoAsync(seed, hasTrouble, disk, world => disk.Happens = _ =>
        {
            var now = Interlocked.Increment(ref step);
            if (at.Contains(now))
                images.Add((disk.Cut(new Random(seed + now)), world.Acknowledged, now));
        });
        return images;
    }

    static async Task DoAsync(int seed, bool hasTrouble, CutDisk disk, Action<CutWorld> begin)
    {
        using var world = new CutWorld(disk, seed);
        begin(world);
        for (var deed = 0; deed < DeedsInRun; deed++)
        {
            if (hasTrouble)
                world.Trouble();
            await world.DoAsync();
        }
        (disk.IsFull, disk.FailingFlushes) = (false, 0);
    }

    static async Task CheckAsync(int seed, int step, CutDisk image, Acknowledged acknowledged)
    {
        try
        {
            using (var world = new CutWorld(image, seed))
            {
                await world.CheckAsync(acknowledged);
                await world.FinishAsync();
            }
            using var again = new CutWorld(image, seed);
            await again.CheckAsync(acknowledged with { Handled = acknowledged.Accepted });
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"Seed {seed}, cut at step {step}: {failure.Message}", failure);
        }
    }

    static int Setting(string name, int unset) =>
        int.Parse(Environment.GetEnvironmentVariable(name) ?? unset.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
