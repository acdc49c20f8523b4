using System.Text;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>Runs without a journal to make them again from: what their list names is there and whole whenever the power is cut, after a kill too.</summary>
public sealed class RunCutTests
{
    const int Collection = 3, Deeds = 40, Ids = 30, CutsAtAStep = 2;

    readonly Dictionary<long, Dictionary<string, string>> known = new() { [0] = [] };
    long settled;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void What_was_settled_is_there_after_a_cut_at_any_step(int seed)
    {
        var chance = new Random(seed);
        var disk = new CutDisk { BringsNames = false };
        disk.Happens = _ => Look(disk, chance);
        using var stack = new RunStack(disk);
        using var merger = new RunMerger(disk, stack, isStepped: true);
        for (var deed = 1; deed <= Deeds; deed++)
            Do(stack, merger, deed, chance);
    }

    [Fact]
    public void Flush_that_failed_is_not_made_good_by_the_next_one()
    {
        var disk = new CutDisk();
        using var stack = new RunStack(disk);
        Add(stack, 1, new Random(1));
        disk.FailingFlushes = 1;
        Assert.Throws<IOException>(stack.Settle);
        Assert.Throws<IOException>(stack.Settle);
        stack.Close();
        stack.Open();
        stack.Show();
        stack.Settle();
        Assert.Equal(0, stack.Applied);
    }

    [Fact]
    public void Nobody_reads_runs_that_were_opened_again_before_what_they_lack_is_there()
    {
        using var stack = new RunStack(new CutDisk());
        Add(stack, 1, new Random(1));
        stack.Close();
        stack.Open();
        Assert.Throws<IOException>(() => stack.Read(runs => runs.Count));
        stack.Show();
        Assert.Equal(0, stack.Read(runs => runs.Count));
    }

    void Do(RunStack stack, RunMerger merger, int deed, Random chance)
    {
        Add(stack, deed, chance);
        if (chance.Next(3) > 0)
            return;
        stack.Settle();
        settled = stack.Applied;
        if (chance.Next(8) == 0)
            merger.WantWhole();
        merger.Look();
    }

    void Add(RunStack stack, long applied, Random chance)
    {
        var rows = new Dictionary<string, string>(known[stack.Applied]);
        List<(byte[], byte[]?)> entries = [];
        foreach (var id in Enumerable.Range(0, Ids).Where(_ => chance.Next(4) == 0).Select(id => $"row{id}"))
        {
            var isGone = chance.Next(4) == 0 && rows.Remove(id);
            if (!isGone)
                rows[id] = $"{id} of {applied} {new string('x', chance.Next(3000))}";
            entries.Add((RowKey.Of(Collection, id), isGone ? null : Encoding.UTF8.GetBytes(rows[id])));
        }
        known[applied] = rows;
        RunRows.Add(stack, entries, applied);
    }

    // As the power is cut now; and as it is cut while whoever comes after a kill opens them.
    void Look(CutDisk disk, Random chance)
    {
        for (var cut = 0; cut < CutsAtAStep; cut++)
            Check(disk.Cut(new Random(chance.Next())));
        if (chance.Next(4) > 0)
            return;
        var next = disk.Same();
        next.Happens = _ => Check(next.Cut(new Random(chance.Next())));
        using var stack = new RunStack(next);
        Check(next.Cut(new Random(chance.Next())));
    }

    void Check(CutDisk image)
    {
        using var stack = new RunStack(image);
        Assert.True(stack.Applied >= settled, $"It knows {stack.Applied}, and {settled} were settled.");
        var rows = new RunRows(stack).All(Collection).ToDictionary(row => row.Id, row => Encoding.UTF8.GetString(row.Row));
        Assert.Equal(known[stack.Applied], rows);
    }
}
