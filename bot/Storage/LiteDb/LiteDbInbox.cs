using LiteDB;
using LiteDB.Engine;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The inbox: ids of everything ever accepted, and what still waits. A person's lane lives in memory and is filled again at start.</summary>
sealed class LiteDbInbox : IInbox
{
    readonly LiteDbStore store;
    readonly LiteDbPeople people;
    readonly TimeProvider clock;
    readonly Lanes<Waiting> lanes;
    long sequence;

    public LiteDbInbox(LiteDbStore store, LiteDbPeople people, TimeProvider clock)
    {
        (this.store, this.people, this.clock, lanes) = (store, people, clock, new(clock, waiting => waiting.Id));
        Fill();
        store.Reopened += Fill;
    }

    public async Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        var clean = Clean(inbound);
        var (id, row) = (StoredKeys.Of(clean), ToRow(clean));
        Waiting? taken = null;
        await store.WriteAsync(
            engine => taken = Take(engine, id, row, clean),
            () => Queue(taken),
            stop);
        return taken is not null;
    }

    public bool IsFull => false;

    public ValueTask<Waiting> NextAsync(CancellationToken stop) => lanes.NextAsync(stop);

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<string>>([.. store.Read(LiteDbSchema.Waiting, new Query { Select = BsonExpression.Create("{_id:$._id}") }).Select(row => row["_id"].AsString)]);

    public async Task ReleaseAsync(Waiting waiting, CancellationToken stop)
    {
        var again = waiting with { Tries = waiting.Tries + 1 };
        try
        {
            await store.WriteAsync(engine => Raise(engine, again), stop);
        }
        finally
        {
            // Even when the store is broken: the person's lane must go on once it is whole again.
            lanes.Again(waiting.Person.Value, again, clock.GetUtcNow());
        }
    }

    public Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop) => store.WriteAsync(
        engine =>
        {
            if (Handle(engine, waiting))
                LiteDbAside.Put(engine, LiteDbAside.Row(waiting, reason, clock.GetUtcNow()));
        },
        () => Free(waiting),
        stop);

    /// <summary>Takes the inbound in unless it is known, inside the writer's transaction; null when it is. Queue it once that is durable.</summary>
    public Waiting? Take(ILiteEngine engine, Inbound inbound) => Take(engine, StoredKeys.Of(inbound), ToRow(inbound), inbound);

    /// <summary>Puts an inbound that was taken before at the end of its person's lane, inside the writer's transaction.</summary>
    public Waiting Put(ILiteEngine engine, string id, PersonId person, Inbound inbound)
    {
        var row = ToRow(inbound);
        (row["_id"], row["n"], row["person"], row["tries"]) = (id, ++sequence, person.Value, 0);
        LiteDbRows.Put(engine, LiteDbSchema.Waiting, row);
        return new Waiting(id, person, inbound, Tries: 0);
    }

    /// <summary>Lets it be served, once it is on disk; null is nothing.</summary>
    public void Queue(Waiting? taken)
    {
        if (taken is not null)
            lanes.Add(taken.Person.Value, taken, rank: 0, clock.GetUtcNow());
    }

    /// <summary>Takes the inbound out of those that wait, inside the turn's transaction; false when it is not there any more.</summary>
    public static bool Handle(ILiteEngine engine, Waiting handled) => LiteDbRows.Delete(engine, LiteDbSchema.Waiting, handled.Id);

    /// <summary>Frees the person's lane, once the turn is on disk.</summary>
    public void Free(Waiting handled) => lanes.Done(handled.Person.Value, handled);

    // At start, and after a failure: what reached the disk although nobody could be told so must not be forgotten.
    void Fill()
    {
        foreach (var row in store.Read(LiteDbSchema.Waiting, new Query()).OrderBy(row => row["n"].AsInt64))
        {
            sequence = Math.Max(sequence, row["n"].AsInt64);
            Queue(FromRow(row));
        }
    }

    Waiting? Take(ILiteEngine engine, string id, BsonDocument row, Inbound inbound)
    {
        if (!LiteDbRows.Put(engine, LiteDbSchema.Inbox, new BsonDocument { ["_id"] = id, ["at"] = clock.GetUtcNow().UtcTicks }))
            return null;
        var person = people.At(engine, inbound);
        (row["_id"], row["n"], row["person"], row["tries"]) = (id, ++sequence, person.Value, 0);
        LiteDbRows.Insert(engine, LiteDbSchema.Waiting, row);
        return new Waiting(id, person, inbound, Tries: 0);
    }

    static void Raise(ILiteEngine engine, Waiting again)
    {
        if (LiteDbRows.Find(engine, LiteDbSchema.Waiting, again.Id) is not { } row)
            return;
        row["tries"] = again.Tries;
        LiteDbRows.Put(engine, LiteDbSchema.Waiting, row);
    }

    static Inbound Clean(Inbound inbound) => inbound with
    {
        From = new Address(inbound.From.Channel, CleanText.Of(inbound.From.Value)),
        ExternalId = CleanText.Of(inbound.ExternalId),
        Said = inbound.Said with { Words = CleanText.Of(inbound.Said.Words) },
    };

    static BsonDocument ToRow(Inbound inbound) => new() { ["inbound"] = StoredJson.Write(inbound) };

    static Waiting FromRow(BsonDocument row) =>
        new(row["_id"], new PersonId(row["person"]), StoredJson.Read<Inbound>(row["inbound"]), row["tries"]);
}
