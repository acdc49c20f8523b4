using LiteDB;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Runs;
using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>What becomes of a store when its runs are damaged, cut, or not there yet.</summary>
public sealed class RunFilesTests
{
    const int Rows = 60, Moves = 6;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_that_lost_its_end_is_made_again(bool hasBase)
    {
        var disk = new CutDisk();
        var before = await FillAsync(disk, hasBase);
        disk.Damage(RunOf(disk), bytes => bytes[..^8]);
        Assert.Equal(before, All(disk));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_that_is_damaged_is_made_again(bool hasBase)
    {
        var disk = new CutDisk();
        var before = await FillAsync(disk, hasBase);
        disk.Damage(RunList.Name, bytes => [.. bytes[..^1], (byte)~bytes[^1]]);
        Assert.Equal(before, All(disk));
    }

    [Fact]
    public async Task List_that_is_gone_is_made_again()
    {
        var disk = new CutDisk();
        var before = await FillAsync(disk, hasBase: true);
        disk.Delete(RunList.Name);
        Assert.Equal(before, All(disk));
    }

    [Fact]
    public async Task Block_that_changed_is_found_by_the_check_and_made_again_at_the_next_start()
    {
        var disk = new CutDisk();
        var before = await FillAsync(disk, hasBase: true);
        disk.Damage(RunOf(disk), bytes => [.. bytes[..9], (byte)~bytes[9], .. bytes[10..]]);
        using (var file = new LiteDbFile(disk))
        using (var stack = new RunStack(disk))
        {
            var check = new FileCheck(new RowFiles(file, stack));
            var found = Enumerable.Range(0, LiteDbSchema.InFile.Count + stack.All.Count).Select(_ => check.Next()).OfType<string>();
            Assert.Contains("not what was written", Assert.Single(found), StringComparison.Ordinal);
        }
        LiteDbOpening.Condemn(disk);
        Assert.Equal(before, All(disk));
    }

    [Fact]
    public async Task Runs_that_become_one_leave_nothing_behind()
    {
        var disk = new CutDisk();
        await FillAsync(disk, hasBase: false);
        Assert.Equal(RunList.Read(disk, RunList.Name)!.Numbers.Order(), disk.Names().Select(Run.NumberOf).OfType<long>().Order());
        Assert.InRange(disk.Names().Count(name => Run.NumberOf(name) is not null), 1, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task File_of_before_there_were_runs_is_brought_over_whenever_the_power_is_cut(int seed)
    {
        var before = await FillAsync(new CutDisk(), hasBase: false);
        var steps = 0;
        All(await OlderAsync(_ => steps++));
        for (var (chance, cut) = (new Random(seed), 0); cut < 12; cut++)
        {
            var (at, step, image) = (chance.Next(1, steps), 0, (CutDisk?)null);
            CutDisk? disk = null;
            disk = await OlderAsync(_ => image ??= ++step == at ? disk?.Cut(chance) : null);
            All(disk);
            Assert.Equal(before, All(image ?? disk));
        }
    }

    static async Task<List<string>> FillAsync(CutDisk disk, bool hasBase)
    {
        using var store = Open(disk);
        for (var row = 0; row < Rows; row++)
        {
            await store.WriteAsync(draft =>
            {
                draft.Put(LiteDbSchema.Rounds, new BsonDocument { ["_id"] = $"round{row}", ["is"] = "round" });
                draft.Insert(LiteDbSchema.Outbox, new BsonDocument { ["_id"] = StoredKeys.Numbered($"key{row % 7}", row), ["message"] = $"text {row}" });
                draft.Put(LiteDbSchema.Sessions, new BsonDocument { ["_id"] = StoredKeys.Numbered($"person{row % 5}", 0), ["subject"] = $"round{row % 3}", ["flow"] = "interview", ["is"] = $"{row}" });
                draft.Put(LiteDbSchema.Reminders, new BsonDocument { ["_id"] = $"person{row % 5}/again", ["person"] = $"person{row % 5}", ["due"] = (long)row });
            }, CancellationToken.None);
            if (row % (Rows / Moves) == 0)
                store.Tick();
            if (hasBase && row == Rows / 2)
                store.MakeBase();
        }
        return All(store);
    }

    static List<string> All(CutDisk disk)
    {
        using var store = Open(disk);
        return All(store);
    }

    // All that is found, in every way that it is found.
    static List<string> All(LiteDbStore store) =>
    [
        .. LiteDbSchema.Collections.Where(collection => collection != LiteDbSchema.Commits).SelectMany(collection => store.All(collection).Select(row => $"{collection} {row}")).Order(StringComparer.Ordinal),
        .. Enumerable.Range(0, 3).SelectMany(round => store.Rows.By(LiteDbSchema.Sessions, "subject", $"round{round}")).Select(row => $"by subject {row}").Order(StringComparer.Ordinal),
        .. store.Rows.UpTo(LiteDbSchema.Reminders, "due", Rows - 2, Rows).Select(row => $"due {row}"),
        .. store.Range(LiteDbSchema.Outbox, "key1", 0, Rows).Select(row => $"in order {row}"),
    ];

    static LiteDbStore Open(CutDisk disk) => new(null, disk, new StorageOptions(LeastFreeMegabytes: 0), new FakeTimeProvider(Sample.Noon), isStepped: true, Sample.Vault);

    static string RunOf(CutDisk disk) => disk.Names().Where(name => Run.NumberOf(name) is not null).Order().First();

    /// <summary>The same rows as version 8 left them: all in LiteDB's file, messages as bundles.</summary>
    static async Task<CutDisk> OlderAsync(Action<string> happens)
    {
        var disk = new CutDisk();
        await FillAsync(disk, hasBase: false);
        using (var file = new LiteDbFile(disk))
        using (var stack = new RunStack(disk))
        {
            foreach (var collection in LiteDbSchema.InRuns)
                file.Commit(engine => engine.Put(LiteDbSchema.Collections[collection], Bundled(new RunRows(stack), collection)), file.Applied);
            file.Read(engine =>
            {
                engine.Alone(one => one.Pragma("USER_VERSION", 8));
                return true;
            });
            file.Checkpoint();
        }
        foreach (var name in disk.Names().Where(name => name == RunList.Name || Run.NumberOf(name) is not null))
            disk.Delete(name);
        disk.FlushNames();
        disk.Happens = happens;
        return disk;
    }

    static List<BsonDocument> Bundled(RunRows rows, int collection) => collection == LiteDbSchema.Place(LiteDbSchema.Outbox)
        ? [.. rows.All(collection).GroupBy(row => StoredKeys.KeyIn(row.Id)).Select(own => new BsonDocument { ["_id"] = own.First().Id, ["rows"] = own.SelectMany(row => row.Row).ToArray() })]
        : [.. rows.All(collection).Select(row => StoredRow.Read(row.Row))];
}
