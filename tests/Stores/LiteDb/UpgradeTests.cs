using LiteDB;
using LiteDB.Engine;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Stores.LiteDb;

/// <summary>A folder from before there was a journal, as that version left it.</summary>
public sealed class UpgradeTests : IDisposable
{
    static readonly PersonId Person = new("p1");

    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-upgrade-").FullName;
    readonly FakeTimeProvider clock = new(Sample.Noon);

    public UpgradeTests() => WriteOld();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Person_goes_on_where_she_was()
    {
        using var store = Open();
        var ports = Ports(store);
        Assert.Equal("2", (await ports.Inbox.NextAsync(default)).Inbound.ExternalId);
        var conversation = await ports.Turns.LoadAsync(Person, Sample.Web, default);
        Assert.Equal("PRE1", Assert.Single(conversation.Sessions).Subject);
    }

    [Fact]
    public async Task Message_that_was_heard_before_is_known()
    {
        using var store = Open();
        Assert.False(await Ports(store).Inbox.AcceptAsync(Sample.Text(Sample.Web, "1"), default));
        Assert.False(await Ports(store).Inbox.AcceptAsync(Sample.Text(Sample.Web, "2"), default));
        Assert.True(await Ports(store).Inbox.AcceptAsync(Sample.Text(Sample.Web, "3"), default));
    }

    [Fact]
    public async Task Messages_are_numbered_on()
    {
        using var store = Open();
        var ports = Ports(store);
        var waiting = await ports.Inbox.NextAsync(default);
        await ports.Turns.CommitAsync(waiting, Sample.Turn(Conversation.New(Person, Sample.Web), "after"), default);
        Assert.Equal([(1, "before"), (2, "after")], (await ports.Outbox.AfterAsync(Sample.Web, 0, default)).Select(one => (one.Number, one.Message.Text)));
    }

    [Fact]
    public async Task Facts_of_before_come_first()
    {
        using var store = Open();
        var ports = Ports(store);
        var waiting = await ports.Inbox.NextAsync(default);
        var turn = Sample.Turn(Conversation.New(Person, Sample.Web)) with { Facts = [new Silenced(Person, Sample.Noon)] };
        await ports.Turns.CommitAsync(waiting, turn, default);
        Assert.Equal([typeof(SessionStarted), typeof(Silenced)], (await ports.Records.FactsAsync(default)).Select(fact => fact.GetType()));
    }

    [Fact]
    public void What_was_there_is_kept_as_a_base_once()
    {
        Open().Dispose();
        Open().Dispose();
        Assert.Equal(Bases.NameOf(0), Path.GetFileName(Assert.Single(Directory.GetFiles(folder, "base-*.db"))));
        Assert.False(File.Exists(Path.Combine(folder, "rbcbot-log.db")));
    }

    [Fact]
    public void Upgrade_that_was_killed_is_done_again()
    {
        Open().Dispose();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            File.Delete(file);
        WriteOld();
        File.WriteAllBytes(Path.Combine(folder, "base-new"), new byte[100]);
        File.WriteAllBytes(Path.Combine(folder, Bases.NameOf(0)), new byte[100]);
        using var store = Open();
        Assert.Single(store.All(LiteDbSchema.Sessions));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sealing_that_was_killed_goes_on(bool isCleared)
    {
        // What it has made beside, before it takes the old files' place; and after it has taken away the old ones, with half of the new ones there.
        var options = new StorageOptions(folder, LeastFreeMegabytes: 0);
        var keys = new KeyFolder(folder);
        keys.Put(WrappedRoot.New(MasterKey.Make(options), isSealed: false));
        SealFolder.Run(options, keys.Find()!.OpenedBy(options));
        var beside = Path.Combine(folder, "sealing");
        foreach (var file in Directory.GetFiles(folder, "rbcbot.db*").Union(isCleared ? [] : Directory.GetFiles(folder, "*-*")).Union(isCleared ? [] : Directory.GetFiles(folder, "rows.*")))
            File.Move(file, Path.Combine(beside, Path.GetFileName(file)));
        if (!isCleared)
        {
            File.Delete(Path.Combine(beside, "cleared"));
            WriteOld();
        }
        await Person_goes_on_where_she_was();
        Assert.True(keys.Find()!.IsSealed);
        Assert.False(Directory.Exists(beside));
    }

    [Fact]
    public void Sealing_leaves_nothing_that_can_be_read()
    {
        Open().Dispose();
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains("before", StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_of_a_newer_version_is_refused()
    {
        Open().Dispose();
        using (var engine = new LiteEngine(new EngineSettings { Filename = Path.Combine(folder, LiteDbFile.DataName), Collation = Collation.Binary }))
            engine.Pragma("USER_VERSION", LiteDbSchema.Version + 1);
        Assert.Contains("newer RbcBot", Assert.Throws<StorageTooNewException>(Open).Message, StringComparison.Ordinal);
    }

    LiteDbStore Open() => new(new StorageOptions(folder, LeastFreeMegabytes: 0));

    Ports Ports(LiteDbStore store) => LiteDbPlace.PortsOf(store, clock);

    void WriteOld()
    {
        using var engine = new LiteEngine(new EngineSettings { Filename = Path.Combine(folder, LiteDbFile.DataName), Collation = Collation.Binary });
        Put(engine, LiteDbSchema.Commits, new BsonDocument { ["_id"] = 1, ["n"] = 17L });
        Put(engine, LiteDbSchema.Addresses, new BsonDocument { ["_id"] = StoredKeys.Before(Sample.Web), ["channel"] = "web", ["value"] = "a1", ["person"] = Person.Value, ["since"] = Sample.Noon.UtcTicks });
        foreach (var id in (string[])["1", "2"])
            Put(engine, LiteDbSchema.Inbox, new BsonDocument { ["_id"] = StoredKeys.Of(Sample.Text(Sample.Web, id)), ["at"] = Sample.Noon.UtcTicks });
        Put(engine, LiteDbSchema.Waiting, new BsonDocument
        {
            ["_id"] = StoredKeys.Of(Sample.Text(Sample.Web, "2")),
            ["n"] = 2L,
            ["person"] = Person.Value,
            ["tries"] = 0,
            ["inbound"] = StoredJson.Write(Sample.Text(Sample.Web, "2")),
        });
        Put(engine, LiteDbSchema.Conversations, new BsonDocument { ["_id"] = Person.Value, ["is"] = StoredJson.Write(Conversation.New(Person, Sample.Web)) });
        Put(engine, LiteDbSchema.Sessions, new BsonDocument { ["_id"] = StoredKeys.Numbered(Person.Value, 0), ["subject"] = "PRE1", ["flow"] = "interview", ["submitted"] = false, ["is"] = StoredJson.Write(Sample.Session(Person)) });
        Put(engine, LiteDbSchema.Facts, new BsonDocument { ["_id"] = 1L, ["facts"] = StoredFacts.Write([new SessionStarted(Person, Sample.Noon, "s", "PRE1", "v1")]) });
        Put(engine, LiteDbSchema.Outbox, StoredRow.Read(SendingRow.Write(
            new Sending(StoredKeys.Numbered(StoredKeys.Before(Sample.Web), 1), Sample.Web, 1, new Outbound("before"), SendState.Sent, 0, Sample.Noon, ""), "", StoredJson.WriteBytes(new Outbound("before"))).Bytes));
    }

    static void Put(LiteEngine engine, string collection, BsonDocument row) => engine.Upsert(collection, [row], BsonAutoId.ObjectId);
}
