using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>Runs and their list, whatever becomes of a byte, a file or a row.</summary>
public sealed class RunDamageTests : IDisposable
{
    const int Collection = 3, Some = 3;

    readonly CutDisk disk = new();
    readonly RunStack stack;

    public RunDamageTests() => stack = new RunStack(disk);

    public void Dispose() => stack.Dispose();

    [Fact]
    public void Byte_that_changed_anywhere_in_a_run_is_noticed()
    {
        Add(1, ("a", 1), ("b/1", 2), ("b/2", null));
        stack.Settle();
        var name = Run.NameOf(stack.All[0].Number);
        var whole = disk.Content(name);
        for (var at = 0; at < whole.Length; at++)
        {
            disk.Damage(name, _ => [.. whole[..at], (byte)~whole[at], .. whole[(at + 1)..]]);
            Assert.Throws<RunDamagedException>(() => Read(disk));
        }
    }

    [Fact]
    public void Byte_that_changed_anywhere_in_the_list_is_noticed()
    {
        Add(1, ("a", 1));
        stack.Settle();
        var whole = disk.Content(RunList.Name);
        for (var at = 0; at < whole.Length; at++)
        {
            disk.Damage(RunList.Name, _ => [.. whole[..at], (byte)~whole[at], .. whole[(at + 1)..]]);
            Assert.Throws<RunDamagedException>(() => RunList.Read(disk, RunList.Name));
        }
    }

    [Fact]
    public void Run_that_the_list_names_and_is_gone_is_missed()
    {
        Add(1, ("a", 1));
        Add(2, ("b", 1));
        stack.Settle();
        disk.Delete(Run.NameOf(stack.All[1].Number));
        Assert.Throws<RunDamagedException>(() => new RunStack(disk));
    }

    [Fact]
    public void Run_that_no_list_names_is_taken_away()
    {
        Add(1, ("a", 1));
        stack.Settle();
        Add(2, ("a", 2));
        using var again = new RunStack(disk.Same());
        Assert.Equal((byte)1, again.Read(runs => Found(runs, "a")));
        var next = disk.Same();
        using (new RunStack(next))
            Assert.Equal(RunList.Read(next, RunList.Name)!.Numbers, next.Names().Select(Run.NumberOf).OfType<long>());
    }

    [Fact]
    public void Deletion_is_kept_as_long_as_an_older_run_may_have_the_row()
    {
        Add(1, ("a", 1), ("b", 1));
        Add(2, ("a", null));
        Add(3, ("c", 1));
        Assert.True(stack.Replace(Newest(isOldest: false), Newest(isOldest: false).Write(disk, default)));
        Assert.Null(stack.Read(runs => Found(runs, "a")));
        Assert.Equal((byte)1, stack.Read(runs => Found(runs, "b")));
    }

    [Fact]
    public void Deletion_goes_when_the_oldest_runs_become_one()
    {
        Add(1, ("a", 1), ("b", 1));
        Add(2, ("a", null));
        var all = stack.Whole()!; // two are more than one
        Assert.True(stack.Replace(all, all.Write(disk, default)));
        Assert.Equal(1, Assert.Single(stack.All).Rows);
    }

    [Fact]
    public void Run_made_of_runs_that_are_not_there_any_more_is_let_go()
    {
        Add(1, ("a", 1));
        Add(2, ("a", 2));
        stack.Settle();
        var all = stack.Whole()!; // two are more than one
        var made = all.Write(disk, default);
        stack.Close();
        stack.Open();
        stack.Show();
        Assert.False(stack.Replace(all, made));
        Assert.Equal(2, stack.All.Count);
        Assert.DoesNotContain(Run.NameOf(all.Number), disk.Names());
    }

    RunMerge Newest(bool isOldest) => new([.. stack.All.Take(2)], isOldest, 100);

    void Add(long applied, params (string Id, byte? Value)[] rows) =>
        RunRows.Add(stack, [.. rows.Select(row => (RowKey.Of(Collection, row.Id), row.Value is { } value ? Enumerable.Repeat(value, Some).ToArray() : null))], applied);

    static byte? Found(IReadOnlyList<Run> runs, string id)
    {
        foreach (var run in runs)
            if (run.TryFind(RowKey.Of(Collection, id), out var row))
                return row?[0];
        return null;
    }

    // As it is opened at a start, and looked through.
    static void Read(CutDisk disk)
    {
        using var stack = new RunStack(disk);
        byte[] buffer = [];
        foreach (var run in stack.All)
            for (var block = 0; block < run.Blocks; block++)
                run.Read(block, ref buffer);
    }
}
