using LiteDB;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;
using RbcBot.Tests.Faults.Cuts;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>What becomes of a store when its runs are damaged, cut, or not there yet.</summary>
public sealed class RunFilesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_that_lost_its_end_is_made_again(bool hasBase)
    {
        var disk = new CutDisk();
        var before = await FilledStore.FillAsync(disk, hasBase);
        disk.Damage(RunOf(disk), bytes => bytes[..^8]);
        Assert.Equal(before, FilledStore.All(disk));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task List_that_is_damaged_is_made_again(bool hasBase)
    {
        var disk = new CutDisk();
        var before = await FilledStore.FillAsync(disk, hasBase);
        disk.Damage(RunList.Name, bytes => [.. bytes[..^1], (byte)~bytes[^1]]);
        Assert.Equal(before, FilledStore.All(disk));
    }

    [Fact]
    public async Task List_that_is_gone_is_made_again()
    {
        var disk = new CutDisk();
        await FilledStore.FillAsync(disk, hasBase: true);
        var before = await FilledStore.FillAsync(disk, hasBase: true);
        disk.Delete(RunList.Name);
        Assert.Equal(before, FilledStore.All(disk));
    }

    [Fact]
    public async Task Files_that_are_older_than_all_that_the_journal_has_are_made_again()
    {
        var disk = new CutDisk();
        await FilledStore.FillAsync(disk, hasBase: false);
        var older = Files(disk, IsOfRows);
        await FilledStore.FillAsync(disk, hasBase: true);
        var before = await FilledStore.FillAsync(disk, hasBase: true);
        Replace(disk, IsOfRows, older);
        Assert.Equal(before, FilledStore.All(disk));
    }

    [Fact]
    public async Task Files_that_know_more_than_the_journal_stop_the_start()
    {
        var disk = new CutDisk();
        await FilledStore.FillAsync(disk, hasBase: false);
        var older = Files(disk, IsOfJournal);
        await FilledStore.FillAsync(disk, hasBase: false);
        Replace(disk, IsOfJournal, older);
        Assert.Throws<JournalDamagedException>(() => FilledStore.All(disk));
    }

    [Fact]
    public async Task Block_that_changed_is_found_by_the_check_and_made_again_at_the_next_start()
    {
        var disk = new CutDisk();
        var before = await FilledStore.FillAsync(disk, hasBase: true);
        disk.Damage(RunOf(disk), bytes => [.. bytes[..9], (byte)~bytes[9], .. bytes[10..]]);
        using (var file = new LiteDbFile(disk))
        using (var stack = new RunStack(disk))
        {
            var check = new FileCheck(new RowFiles(file, stack));
            var found = Enumerable.Range(0, LiteDbSchema.InFile.Count + stack.All.Count).Select(_ => check.Next()).OfType<string>();
            Assert.Contains("not what was written", Assert.Single(found), StringComparison.Ordinal);
        }
        LiteDbOpening.Condemn(disk);
        Assert.Equal(before, FilledStore.All(disk));
    }

    [Fact]
    public async Task Runs_that_become_one_leave_nothing_behind()
    {
        var disk = new CutDisk();
        await FilledStore.FillAsync(disk, hasBase: false);
        Assert.Equal(RunList.Read(disk, RunList.Name)!.Numbers.Order(), disk.Names().Select(Run.NumberOf).OfType<long>().Order());
        Assert.InRange(disk.Names().Count(name => Run.NumberOf(name) is not null), 1, 4);
    }

    [Fact]
    public async Task Row_whose_field_changed_is_found_by_what_it_is_now()
    {
        using var store = FilledStore.Open(new CutDisk());
        foreach (var number in (int[])[1, 2])
        {
            await store.WriteAsync(draft =>
            {
                draft.Put(LiteDbSchema.Sessions, new BsonDocument { ["_id"] = StoredKeys.Numbered("person", 0), ["subject"] = $"round{number}", ["flow"] = "interview" });
                draft.Put(LiteDbSchema.Reminders, new BsonDocument { ["_id"] = "person/again", ["person"] = "person", ["due"] = 10L * number });
            }, CancellationToken.None);
            store.Tick();
            store.Tick();
        }
        Assert.Empty(store.Rows.By(LiteDbSchema.Sessions, "subject", "round1"));
        Assert.Single(store.Rows.By(LiteDbSchema.Sessions, "subject", "round2"));
        Assert.Empty(store.Rows.UpTo(LiteDbSchema.Reminders, "due", 15, FilledStore.Rows));
        Assert.Single(store.Rows.UpTo(LiteDbSchema.Reminders, "due", 25, FilledStore.Rows));
    }

    static bool IsOfRows(string name) => name is LiteDbFile.DataName or LiteDbFile.LogName or RunList.Name || Run.NumberOf(name) is not null;

    static bool IsOfJournal(string name) => JournalSegment.NumberOf(name) is not null;

    static Dictionary<string, byte[]> Files(CutDisk disk, Func<string, bool> isOne) => disk.Names().Where(isOne).ToDictionary(name => name, disk.Content);

    static void Replace(CutDisk disk, Func<string, bool> isOne, Dictionary<string, byte[]> files)
    {
        foreach (var name in disk.Names().Where(isOne))
            disk.Delete(name);
        foreach (var (name, bytes) in files)
        {
            using var file = disk.Open(name);
            file.Write(bytes, 0);
            file.Flush();
        }
        disk.FlushNames();
    }

    static string RunOf(CutDisk disk) => disk.Names().Where(name => Run.NumberOf(name) is not null).Order().First();
}
