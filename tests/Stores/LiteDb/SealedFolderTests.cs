using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.LiteDb;

public sealed class SealedFolderTests : IDisposable
{
    const string Words = "Mukamana-afite-inkorora", Phone = "+250788123456";

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-sealed-").FullName;
    readonly FakeTimeProvider clock = new(Sample.Noon);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_on_disk_tells_who_somebody_is_or_what_was_said()
    {
        await SpeakAsync();
        Assert.Equal([], Telling(folder));
    }

    [Fact]
    public async Task What_was_sealed_is_read_again()
    {
        await SpeakAsync();
        using var store = Open();
        var records = new LiteDbRecords(store);
        Assert.Equal(Words, Assert.Single(await records.SessionsAsync("PRE1", default)).Answers[0].Value);
        Assert.Equal(Phone, Assert.Single(await records.AddressesAsync(Assert.Single(await records.ConversationsAsync(default)).Person, default)).Value);
    }

    [Fact]
    public async Task Another_key_is_refused_and_changes_nothing()
    {
        await SpeakAsync();
        var before = Files();
        File.Move(Path.Combine(folder, "master.key"), Path.Combine(folder, "kept.key"));
        await File.WriteAllTextAsync(Path.Combine(folder, "master.key"), Sample.Key);
        Assert.Contains("set the right one", Assert.Throws<SettingException>(Open).Message, StringComparison.Ordinal);
        File.Move(Path.Combine(folder, "kept.key"), Path.Combine(folder, "master.key"), overwrite: true);
        Assert.Equal(before, Files());
        Open().Dispose();
    }

    [Fact]
    public async Task A_lost_key_is_asked_for_and_none_is_made_in_its_place()
    {
        await SpeakAsync();
        File.Delete(Path.Combine(folder, "master.key"));
        Assert.Contains("there is no key", Assert.Throws<SettingException>(Open).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "master.key")));
    }

    [Fact]
    public async Task A_backup_tells_nothing_and_holds_no_master_key()
    {
        await SpeakAsync();
        using var store = Open();
        using var zip = new MemoryStream();
        store.BackUp(zip, folder);
        using var archive = new ZipArchive(zip);
        archive.ExtractToDirectory(Path.Combine(folder, "unpacked"));
        Assert.Equal([], Telling(Path.Combine(folder, "unpacked")));
        Assert.DoesNotContain(archive.Entries, entry => entry.Name == "master.key");
    }

    LiteDbStore Open() => new(new StorageOptions(folder, LeastFreeMegabytes: 0));

    async Task SpeakAsync()
    {
        using var store = Open();
        var ports = LiteDbPlace.PortsOf(store, clock);
        Address phone = new("sms", Phone);
        await ports.TurnAsync(Sample.Text(phone, "1", Words), next => Sample.Turn(
            next with { Sessions = [Sample.Session(next.Person) with { Answers = [new("/data/name", Words)] }] }, Words, "more " + Words) with
        {
            Facts = [new AnswerGiven(next.Person, Sample.Noon, "s", "/data/name", Words)],
        });
        await ports.Outbox.MarkAsync(await ports.Outbox.NextAsync(default), new Mark(SendState.Failed, "", Words), default);
        await ports.Inbox.SetAsideAsync(await ports.HearAsync(Sample.Text(phone, "2", Words)), Words, default);
        await ports.Aside.KeepUnreadAsync("sms", Encoding.UTF8.GetBytes(Words + Phone), Words, default);
        await ports.Inbox.AcceptAsync(Sample.Text(phone, "3", Words), default);
    }

    Dictionary<string, string> Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("lock", StringComparison.Ordinal))
        .ToDictionary(file => file, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    static IEnumerable<string> Telling(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)) is var text
            && (text.Contains(Words, StringComparison.Ordinal) || text.Contains(Phone, StringComparison.Ordinal) || text.Contains("250788", StringComparison.Ordinal)));
}
