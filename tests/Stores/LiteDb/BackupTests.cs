using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class BackupTests : IDisposable
{
    static readonly StorageOptions Options = new(LeastFreeMegabytes: 0);

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-backup-").FullName;
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryStream zip = new();
    LiteDbStore store;
    int message;

    public BackupTests() => store = Open("from");

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Restored_elsewhere_it_equals_what_was_backed_up()
    {
        await AcceptAsync(50);
        BackUp();
        await AcceptAsync(5);
        var expected = All(store).Count(line => line.StartsWith("waiting", StringComparison.Ordinal)) - 5;
        using var restored = Restore("to", null);
        Assert.Equal(expected, restored.All(LiteDbSchema.Waiting).Count);
        Assert.Equal([], All(restored).Except(All(store)).Where(line => line.StartsWith("waiting", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_row_of_every_collection_comes_back()
    {
        await AcceptAsync(20);
        BackUp();
        using var restored = Restore("to", null);
        Assert.Equal(All(store), All(restored));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Until_a_moment_it_holds_exactly_what_was_acknowledged_by_then(int second)
    {
        for (var now = 0; now < 10; now++, clock.Advance(TimeSpan.FromSeconds(1)))
            await AcceptAsync(3);
        BackUp();
        using var restored = Restore("to", Sample.Noon.AddSeconds(second));
        Assert.Equal(Enumerable.Range(0, (second + 1) * 3).Select(number => $"{number}").Order(), Heard(restored));
    }

    [Fact]
    public async Task Base_made_on_the_way_changes_nothing()
    {
        await AcceptAsync(10);
        store.MakeBase();
        clock.Advance(TimeSpan.FromSeconds(1));
        await AcceptAsync(10);
        store.MakeBase();
        await AcceptAsync(10);
        BackUp();
        using var restored = Restore("to", null);
        Assert.Equal(All(store), All(restored));
    }

    [Fact]
    public async Task Moment_before_the_first_record_is_refused()
    {
        await AcceptAsync(1);
        BackUp();
        Assert.Contains("nothing before that time", Assert.Throws<RestoreException>(() => Restore("to", Sample.Noon.AddDays(-1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_never_touches_a_database_that_is_there()
    {
        await AcceptAsync(1);
        BackUp();
        using (Restore("to", null))
        {
        }
        Assert.Contains("holds a database already", Assert.Throws<RestoreException>(() => Restore("to", null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_backup_is_refused()
    {
        zip.Write(Encoding.UTF8.GetBytes("a letter"));
        Assert.Contains("no backup of RbcBot", Assert.Throws<RestoreException>(() => Restore("to", null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_archive_lands_outside_the_folder_or_is_anything_else_than_a_backup_holds()
    {
        await AcceptAsync(1);
        BackUp();
        string[] planted = ["../outside.txt", "media/../../outside.txt", $"{folder}/outside.txt", "media/..\\..\\outside.txt", "outside.txt", "other/outside.txt", "../base-0000000000000000001.db"];
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var name in planted)
                await using (var entry = archive.CreateEntry(name).Open())
                    await entry.WriteAsync("planted"u8.ToArray());
        using (Restore("to", null))
        {
        }
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), file => file.Contains("outside", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Files_and_keys_come_along()
    {
        Directory.CreateDirectory(Path.Combine(folder, "from", "media"));
        await File.WriteAllTextAsync(Path.Combine(folder, "from", "media", "a.jpg"), "picture");
        await AcceptAsync(1);
        BackUp();
        using var restored = Restore("to", null);
        Assert.Equal("picture", await File.ReadAllTextAsync(Path.Combine(folder, "to", "media", "a.jpg")));
    }

    [Fact]
    public async Task Damaged_database_is_made_again_from_the_journal()
    {
        await AcceptAsync(30);
        var before = All(store);
        store.Dispose();
        var path = Path.Combine(folder, "from", LiteDbFile.DataName);
        var bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan(100).Fill(0x5a);
        await File.WriteAllBytesAsync(path, bytes);
        store = Open("from");
        Assert.Equal(before, All(store));
    }

    async Task AcceptAsync(int count)
    {
        var inbox = new LiteDbInbox(store, new LiteDbPeople(store, clock), clock);
        for (var number = 0; number < count; number++, message++)
            await inbox.AcceptAsync(Sample.Text(new Address("web", $"person{message % 7}"), $"{message}"), default);
    }

    void BackUp() => store.BackUp(zip, Path.Combine(folder, "from"));

    LiteDbStore Restore(string name, DateTimeOffset? until)
    {
        zip.Position = 0;
        LiteDbRestore.Run(zip, Path.Combine(folder, name), until);
        return Open(name);
    }

    LiteDbStore Open(string name)
    {
        var path = Path.Combine(folder, name);
        return new LiteDbStore(StorageLock.Take(path), new FolderDisk(path), Options with { Path = path }, clock, isStepped: false, Sample.Vault);
    }

    static IEnumerable<string> Heard(LiteDbStore store) =>
        store.All(LiteDbSchema.Waiting).Select(row => StoredJson.Read<Inbound>(row["inbound"]).ExternalId).Order();

    static List<string> All(LiteDbStore store) => [.. LiteDbSchema.Collections.Where(collection => collection != LiteDbSchema.Commits)
        .SelectMany(collection => store.All(collection).Select(row => $"{collection} {row}")).Order(StringComparer.Ordinal)];
}
