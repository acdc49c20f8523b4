using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>A store without threads on a disk that may be cut, with some people who write to it. Its own log of what was acknowledged is what decides.</summary>
sealed class CutWorld : IDisposable
{
    readonly Random chance;
    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbTurns turns;
    readonly LiteDbOutbox outbox;
    readonly List<string> accepted = [], handled = [];
    readonly HashSet<string> tried = [];
    int message;

    public CutWorld(CutDisk disk, int seed)
    {
        (Disk, chance) = (disk, new Random(seed));
        store = new LiteDbStore(null, disk, new StorageOptions(LeastFreeMegabytes: 0), Clock, isStepped: true, Sample.Vault);
        var people = new LiteDbPeople(store, Clock);
        inbox = new LiteDbInbox(store, people, Clock);
        outbox = new LiteDbOutbox(store, people, Clock, new HashSet<string> { "web" });
        turns = new LiteDbTurns(store, inbox, outbox, people, Clock);
    }

    public CutDisk Disk { get; }

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public LiteDbStore Store => store;

    /// <summary>What was acknowledged so far: messages accepted, turns committed, and all that was ever tried.</summary>
    public Acknowledged Acknowledged => new([.. accepted], [.. handled], [.. tried]);

    /// <summary>Something happens, by chance: somebody writes, somebody is answered, rows move into the file.</summary>
    public async Task DoAsync()
    {
        switch (chance.Next(10))
        {
            case < 5:
                await WriteAsync();
                break;
            case < 9:
                await AnswerAsync();
                break;
            default:
                store.Tick();
                break;
        }
    }

    /// <summary>Now and then the disk is full, or a flush fails.</summary>
    public void Trouble()
    {
        switch (chance.Next(20))
        {
            case 0:
                Disk.FailingFlushes += chance.Next(1, 4);
                break;
            case 1:
                Disk.IsFull = true;
                break;
            case < 8:
                Disk.IsFull = false;
                break;
        }
    }

    /// <summary>Whether the message was acknowledged.</summary>
    public async Task<bool> WriteAsync()
    {
        var id = $"{chance.Next(6)}-{message++:D5}";
        tried.Add(id);
        try
        {
            await inbox.AcceptAsync(Inbound(id), default);
            accepted.Add(id);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async Task AnswerAsync()
    {
        if (inbox.Count == 0)
            return;
        var waiting = await inbox.NextAsync(default);
        try
        {
            var conversation = await turns.LoadAsync(waiting.Person, waiting.Inbound.From, default);
            await turns.CommitAsync(waiting, Writer.Store.Take(conversation, waiting.Inbound), default);
            handled.Add(waiting.Inbound.ExternalId);
        }
        catch (IOException)
        {
            await inbox.ReleaseAsync(waiting, default).ContinueWith(static _ => { }, TaskScheduler.Default);
            // What the keeper does by itself every second.
            store.Tick();
        }
    }

    /// <summary>Brings everything that waits to its end.</summary>
    public async Task FinishAsync()
    {
        while (inbox.Count > 0)
            await AnswerAsync();
    }

    /// <summary>Holds what the store knows against what was acknowledged on the disk it came from.</summary>
    public async Task CheckAsync(Acknowledged acknowledged)
    {
        var records = new LiteDbRecords(store);
        var facts = (await records.FactsAsync(default)).OfType<AnswerGiven>().ToList();
        var said = facts.ConvertAll(fact => fact.Value);
        var waiting = store.All(LiteDbSchema.Waiting).Select(row => StoredJson.Read<Inbound>(row["inbound"]).ExternalId).ToList();

        Assert.Equal([], acknowledged.Handled.Except(said));
        Assert.Equal([], acknowledged.Accepted.Except(said).Except(waiting));
        Assert.Equal([], said.Concat(waiting).Except(acknowledged.Tried));
        Assert.Equal(said.Count + waiting.Count, said.Concat(waiting).Distinct().Count());
        foreach (var person in facts.GroupBy(fact => fact.Person))
            await CheckAsync(records, person.Key, [.. person.Select(fact => fact.Value)]);
    }

    // Answers in the order in which they were written; as many turns in the conversation and replies to the person as answers: no turn is torn.
    async Task CheckAsync(LiteDbRecords records, PersonId person, List<string> answers)
    {
        var address = Assert.Single(await records.AddressesAsync(person, default));
        Assert.Equal(answers.Order(StringComparer.Ordinal), answers);
        Assert.Equal(answers, (await outbox.AfterAsync(address, 0, default)).Select(one => one.Message.Text));
        Assert.Equal(answers.Count, (await turns.LoadAsync(person, address, default)).Asks);
        Assert.All(await Task.WhenAll(answers.Select(answer => inbox.AcceptAsync(Inbound(answer), default))), Assert.False);
    }

    static Inbound Inbound(string id) => new(new Address("web", $"person{id[0]}"), id, Said.Text(id), Sample.Noon);

    public void Dispose() => store.Dispose();
}

/// <summary>What was acknowledged to somebody, and what was ever tried.</summary>
sealed record Acknowledged(IReadOnlyList<string> Accepted, IReadOnlyList<string> Handled, IReadOnlyCollection<string> Tried);
