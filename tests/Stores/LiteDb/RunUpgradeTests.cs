using LiteDB;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Runs;
using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>A file from before there were runs, brought over while the power may be cut.</summary>
public sealed class RunUpgradeTests
{
    const int CutsInSteps = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task File_of_before_there_were_runs_is_brought_over_whenever_the_power_is_cut(int seed)
    {
        var before = await FilledStore.FillAsync(new CutDisk(), hasBase: false);
        var steps = 0;
        FilledStore.All(await OlderAsync(_ => steps++));
        for (var (chance, cut) = (new Random(seed), 0); cut < 12; cut++)
        {
            var (at, step, image) = (chance.Next(1, steps), 0, (CutDisk?)null);
            CutDisk? disk = null;
            disk = await OlderAsync(_ => image ??= ++step == at ? disk?.Cut(chance) : null);
            FilledStore.All(disk);
            Assert.Equal(before, FilledStore.All(image ?? disk));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Upgrade_that_is_cut_begins_anew_and_needs_no_journal(int seed)
    {
        var before = Lying(Upgraded(await OlderAsync(static _ => { })));
        Assert.True(before.Count > FilledStore.Rows);
        var (chance, images) = (new Random(seed), new List<CutDisk>());
        CutDisk? disk = null;
        disk = await OlderAsync(_ =>
        {
            if (disk is not null && chance.Next(CutsInSteps) == 0)
                images.Add(disk.Cut(new Random(chance.Next())));
        });
        Assert.Equal(before, Lying(Upgraded(disk)));
        Assert.All(images, image => Assert.Equal(before, Lying(Upgraded(image))));
    }

    [Fact]
    public async Task What_an_upgrade_left_that_was_cut_long_ago_does_not_count()
    {
        var before = Lying(Upgraded(await OlderAsync(static _ => { })));
        var disk = await OlderAsync(static _ => { });
        using (var stack = new RunStack(disk))
        {
            var ghost = new BsonDocument { ["_id"] = "ghost" };
            RunRows.Add(stack, [(RowKey.Of(LiteDbSchema.InRuns[0], "ghost"), StoredRow.Of(ghost).Bytes)], 1);
            stack.Settle();
            using var moved = new LiteDbFile(disk, RunUpgrade.Names[0]);
            moved.Commit(engine => engine.Put(LiteDbSchema.Rounds, [ghost]), 1);
            moved.Checkpoint();
        }
        Assert.Equal(before, Lying(Upgraded(disk)));
    }

    static CutDisk Upgraded(CutDisk disk)
    {
        using var file = new LiteDbFile(disk);
        if (file.HasTurned)
            RunUpgrade.Run(disk, file);
        return disk;
    }

    // What lies in the files themselves.
    static List<string> Lying(CutDisk disk)
    {
        using var file = new LiteDbFile(disk);
        using var stack = new RunStack(disk);
        Assert.Equal((false, false, file.Applied), (file.HasTurned, stack.IsNew, stack.Applied));
        var rows = new RunRows(stack);
        return
        [
            .. LiteDbSchema.InRuns.SelectMany(collection => rows.All(collection).Select(row => Opened(LiteDbSchema.Collections[collection], StoredRow.Read(row.Row)))),
            .. LiteDbSchema.InFile.Where(name => name != LiteDbSchema.Commits).SelectMany(name => file.Read(engine => engine.All(name, new Query())).Select(row => Opened(name, row))),
        ];
    }

    static string Opened(string collection, BsonDocument row) => $"{collection} {SealedRow.Open(Sample.Vault, collection, row)}";

    /// <summary>The same rows as version 8 left them: all in LiteDB's file, messages as bundles.</summary>
    static async Task<CutDisk> OlderAsync(Action<string> happens)
    {
        var disk = new CutDisk();
        await FilledStore.FillAsync(disk, hasBase: false);
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
