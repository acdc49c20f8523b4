using System.Buffers.Binary;
using RbcBot.Bot.Storage;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>What a store holds, read past everything that only remembers.</summary>
sealed class StoreView
{
    readonly LiteDbStore store;
    readonly LiteDbTurns turns;
    readonly LiteDbOutbox outbox;

    public StoreView(LiteDbStore store, TimeProvider clock)
    {
        this.store = store;
        var people = new LiteDbPeople(store, clock);
        var inbox = new LiteDbInbox(store, people, clock);
        outbox = new LiteDbOutbox(store, people, clock, new HashSet<string> { SimulatedBot.Web });
        turns = new LiteDbTurns(store, inbox, outbox, people, clock);
        Waiting = [.. store.All(LiteDbSchema.Waiting).OrderBy(row => row["n"].AsInt64).Select(row => StoredJson.Read<Inbound>(row["inbound"]))];
        Aside = ((IAside)new LiteDbAside(store, inbox, clock)).ListAsync(default).Result;
    }

    /// <summary>In the order in which it was acknowledged.</summary>
    public IReadOnlyList<Inbound> Waiting { get; }

    public IReadOnlyList<SetAside> Aside { get; }

    public bool Waits(Inbound inbound) => Waiting.Any(other => Account.KeyOf(other) == Account.KeyOf(inbound));

    /// <summary>Whether its id is among those that will not be taken again.</summary>
    public bool HasHeard(Inbound inbound)
    {
        var wanted = new byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(wanted, StoredKeys.Number(StoredKeys.Of(inbound)));
        return store.All(LiteDbSchema.Heard).Any(row => row["_id"].AsString.StartsWith(store.Vault.KeyOf(inbound.From), StringComparison.Ordinal)
            && row["ids"].AsBinary.Chunk(wanted.Length).Any(id => id.SequenceEqual(wanted)));
    }

    public bool IsAside(Inbound inbound) => Aside.Any(one => one.Inbound is { } other && Account.KeyOf(other) == Account.KeyOf(inbound));

    /// <summary>Person/key, subject and time of all reminders.</summary>
    public IEnumerable<(string Id, string Subject, DateTimeOffset Due)> Reminders() => store.All(LiteDbSchema.Reminders)
        .Select(row => (row["_id"].AsString, row["subject"].AsString, new DateTimeOffset(row["due"].AsInt64, TimeSpan.Zero)));

    public Conversation Talk(PersonId person, Address address) => turns.LoadAsync(person, address, default).Result;

    public IReadOnlyList<Sending> Posts(Address address) => outbox.AfterAsync(address, 0, default).Result;

    public IReadOnlyList<Fact> Facts() => new LiteDbRecords(store).FactsAsync(default).Result;
}
