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
        hasOldIds = store.Has(LiteDbSchema.Inbox);
    }

    /// <summary>Makes the id of a person who begins at a time.</summary>
    public Func<DateTimeOffset, Guid> NewId { get; init; } = Guid.CreateVersion7;

    /// <summary>What is known of the address. On the writer's thread.</summary>
    public Correspondent At(Draft draft, Address address)
    {
        var key = StoredKeys.Of(address);
        if (!recent.TryGet(key, out var known))
            recent.Put(key, known = new Correspondent(draft, key, () => Math.Max(0, store.LastNumber(LiteDbSchema.Outbox, key))));
        return known;
    }

    /// <summary>Who is at the address; null when nobody is, or it was not heard from lately.</summary>
    public PersonId? Known(Address address) => recent.TryGet(StoredKeys.Of(address), out var known) ? known.Person : null;

    /// <summary>Reads ahead what the writer's thread will want to know, so that it need not wait for the disk.</summary>
    public void Foresee(Address address)
    {
        var key = StoredKeys.Of(address);
        if (!recent.TryGet(key, out _))
            store.Find(LiteDbSchema.Addresses, key);
    }

    /// <summary>The person who says it; null when the same was heard before. On the writer's thread.</summary>
    /// <param name="id">The inbox's id of the inbound.</param>
    public PersonId? Hear(Draft draft, string id, Inbound inbound)
    {
        var known = At(draft, inbound.From);
        var number = StoredKeys.Number(id);
        if (known.HasHeard(number) || (hasOldIds && draft.Find(LiteDbSchema.Inbox, id) is not null))
            return null;
        known.Hear(draft, number, clock.GetUtcNow());
        return known.Person ?? known.Begin(draft, inbound.From, NewId(inbound.At), inbound.At);
    }
}
