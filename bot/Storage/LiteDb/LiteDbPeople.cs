using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Who is at which address, and what was heard from there; a person begins with the first message from an address nobody has.</summary>
sealed class LiteDbPeople
{
    const int Remembered = 50_000;

    readonly LiteDbStore store;
    readonly TimeProvider clock;
    readonly Recent<string, Correspondent> recent = new(Remembered);
    readonly bool hasOldIds;

    public LiteDbPeople(LiteDbStore store, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        store.Lost += recent.Clear;
        hasOldIds = store.Rows.Any(LiteDbSchema.Inbox);
    }

    /// <summary>Makes the id of a person who begins at a time.</summary>
    public Func<DateTimeOffset, Guid> NewId { get; init; } = Guid.CreateVersion7;

    /// <summary>Somebody begins. Raised on the writer's thread, before it is on disk.</summary>
    public event Action<PersonId, Address>? Begun;

    /// <summary>What is known of the address. On the writer's thread.</summary>
    /// <param name="foreseen">What was read ahead of it; null when nothing was.</param>
    public Correspondent At(Draft draft, Address address, Foreseen? foreseen = null)
    {
        var key = store.Vault.KeyOf(address);
        if (recent.TryGet(key, out var known))
            return known;
        // Nothing can have changed there since: it would be remembered.
        known = foreseen is not null && foreseen.Forgotten == recent.Forgotten ? foreseen.Known : Read(draft.Find, key, address);
        recent.Put(key, known);
        return known;
    }

    /// <summary>Who says it, when it is new; null when it was heard before, or nobody knows whose it is.</summary>
    /// <param name="id">The inbox's id of the inbound.</param>
    public PersonId? Known(string id, Address address)
    {
        var key = store.Vault.KeyOf(address);
        if (!recent.TryGet(key, out var known))
        {
            var forgotten = recent.Forgotten;
            known = recent.Add(key, Read(store.Rows.Find, key, address), forgotten);
        }
        return known is not null && !known.HasHeard(StoredKeys.Number(id)) ? known.Person : null;
    }

    /// <summary>Reads ahead what the writer's thread will want to know, so that it need not wait for the disk.</summary>
    /// <returns>Null when it is remembered.</returns>
    public Foreseen? Foresee(Address address)
    {
        var (key, forgotten) = (store.Vault.KeyOf(address), recent.Forgotten);
        return recent.TryGet(key, out _) ? null : new Foreseen(Read(store.Rows.Find, key, address), forgotten);
    }

    /// <summary>The person who says it; null when the same was heard before. On the writer's thread.</summary>
    /// <param name="id">The inbox's id of the inbound.</param>
    public PersonId? Hear(Draft draft, string id, Inbound inbound, Foreseen? foreseen = null)
    {
        var known = At(draft, inbound.From, foreseen);
        var number = StoredKeys.Number(id);
        if (known.HasHeard(number) || (hasOldIds && draft.Find(LiteDbSchema.Inbox, id) is not null))
            return null;
        known.Hear(draft, number, clock.GetUtcNow());
        return inbound.For ?? known.Person ?? Begin(draft, known, inbound);
    }

    Correspondent Read(Func<string, string, BsonDocument?> find, string key, Address address) =>
        new(find, key, address, () => Math.Max(0, store.Rows.LastNumber(LiteDbSchema.Outbox, key)));

    PersonId Begin(Draft draft, Correspondent known, Inbound inbound)
    {
        var person = known.Begin(draft, NewId(inbound.At), inbound.At);
        Begun?.Invoke(person, inbound.From);
        return person;
    }

    /// <summary>What was read ahead of an address.</summary>
    /// <param name="Forgotten">How often anything had been forgotten before that.</param>
    public sealed record Foreseen(Correspondent Known, long Forgotten);
}
