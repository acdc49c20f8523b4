using System.Collections.Concurrent;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The inbox: what still waits. A person's lane lives in memory and is filled again at start.</summary>
sealed class LiteDbInbox : IInbox
{
    /// <summary>So many waiting messages take minutes to serve, and their memory is bounded by it.</summary>
    const int MostWaiting = 20_000;

    /// <summary>So many are served within a second.</summary>
    const int ManyWaiting = 1_000;

    const string Held = "held/";

    readonly LiteDbStore store;
    readonly LiteDbPeople people;
    readonly TimeProvider clock;
    readonly Lanes<Waiting> lanes;
    readonly Arrivals arrivals = new();
    readonly ConcurrentDictionary<PersonId, bool> erased = new();
    long sequence;

    public LiteDbInbox(LiteDbStore store, LiteDbPeople people, TimeProvider clock)
    {
        (this.store, this.people, this.clock, lanes) = (store, people, clock, new(clock, waiting => waiting.Id));
        Fill();
    }

    public bool IsBehind => lanes.Count >= ManyWaiting;

    public bool IsFull => lanes.Count >= MostWaiting || store.IsLow;

    /// <summary>How many wait.</summary>
    public int Count => lanes.Count;

    /// <summary>Since when the one that waits longest has waited; null when none does.</summary>
    public DateTimeOffset? WaitingSince => lanes.DueSince;

    public async Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        var clean = CleanText.Of(inbound);
        var (id, row) = (StoredKeys.Of(clean), ToRow(clean));
        var foreseen = people.Foresee(clean.From);
        Waiting? taken = null;
        using var arriving = arrivals.Of(clean.From);
        await store.WriteAsync(
            draft => taken = Take(draft, id, row, clean, foreseen),
            () => Queue(taken),
            stop);
        return taken is not null;
    }

    /// <summary>Holds the lane of the inbound's person for a turn that takes it in; null when it is not free, when it was heard before, or nobody remembers whose it is.</summary>
    public Waiting? Hold(Inbound inbound)
    {
        var clean = CleanText.Of(inbound);
        var id = StoredKeys.Of(clean);
        if (people.Known(id, clean.From) is not { } person || arrivals.Any(clean.From))
            return null;
        // Not by its own id: the same may come by the inbox meanwhile, and must not be taken for this.
        var held = new Waiting(Held + id, person, clean, Tries: 0) { Since = clock.GetUtcNow() };
        return lanes.Hold(person.Value, held) ? held : null;
    }

    /// <summary>Whether what is held is heard for the first time. On the writer's thread.</summary>
    public bool Hear(Draft draft, Waiting held) => people.Hear(draft, held.Id[Held.Length..], held.Inbound) is not null;

    // What was on its way to somebody who is erased is nobody's any more.
    public async ValueTask<Waiting> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            var waiting = await lanes.NextAsync(stop);
            if (!erased.ContainsKey(waiting.Person))
                return waiting;
            await store.WriteAsync(draft => Handle(draft, waiting), () => Free(waiting), stop);
        }
    }

    /// <summary>The person is erased, once that is on disk.</summary>
    public void Erase(PersonId person) => erased[person] = true;

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<string>>([.. store.All(LiteDbSchema.Waiting, "n").Select(row => row["_id"].AsString)]);

    public async Task ReleaseAsync(Waiting waiting, CancellationToken stop)
    {
        var again = waiting with { Tries = waiting.Tries + 1 };
        try
        {
            await store.WriteAsync(draft => Raise(draft, again), stop);
        }
        finally
        {
            // Even when the store is broken: the person's lane must go on once it is whole again.
            lanes.Again(waiting.Person.Value, again, clock.GetUtcNow());
        }
    }

    public Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop) => store.WriteAsync(
        draft =>
        {
            if (Handle(draft, waiting))
                LiteDbAside.Put(draft, LiteDbAside.Row(waiting, reason, clock.GetUtcNow()));
        },
        () => Free(waiting),
        stop);

    /// <summary>A new id, as people's are made.</summary>
    public Guid NewId(DateTimeOffset at) => people.NewId(at);

    /// <summary>Takes the inbound in unless it is known; null when it is. On the writer's thread; queue it once that is durable.</summary>
    public Waiting? Take(Draft draft, Inbound inbound) => Take(draft, StoredKeys.Of(inbound), ToRow(inbound), inbound);

    /// <summary>Puts an inbound that was taken before at the end of its person's lane. On the writer's thread; queue it once that is durable.</summary>
    public Waiting Put(Draft draft, string id, PersonId person, Inbound inbound) => Put(draft, id, person, inbound, ToRow(inbound));

    /// <summary>Puts what a turn says to other lanes at their ends. On the writer's thread; queue it once that is durable.</summary>
    public IReadOnlyList<Waiting> Post(Draft draft, Waiting handled, IReadOnlyList<Post> posts)
    {
        var id = handled.Id.StartsWith(Held, StringComparison.Ordinal) ? handled.Id[Held.Length..] : handled.Id;
        return [.. posts.Select((post, index) => Put(draft, StoredKeys.Posted(id, index), post.To, post.Inbound))];
    }

    /// <summary>Lets it be served, once it is on disk; null is nothing.</summary>
    public void Queue(Waiting? taken)
    {
        if (taken is not null)
            lanes.Add(taken.Person.Value, taken, rank: 0, clock.GetUtcNow());
    }

    /// <summary>Takes the inbound out of those that wait; false when it is not there any more. On the writer's thread.</summary>
    public static bool Handle(Draft draft, Waiting handled) => draft.Delete(LiteDbSchema.Waiting, handled.Id);

    /// <summary>Frees the person's lane, once the turn is on disk.</summary>
    public void Free(Waiting handled) => lanes.Done(handled.Person.Value, handled);

    void Fill()
    {
        foreach (var row in store.All(LiteDbSchema.Waiting).OrderBy(row => row["n"].AsInt64))
        {
            sequence = Math.Max(sequence, row["n"].AsInt64);
            Queue(FromRow(row));
        }
    }

    Waiting? Take(Draft draft, string id, BsonDocument row, Inbound inbound, LiteDbPeople.Foreseen? foreseen = null) =>
        people.Hear(draft, id, inbound, foreseen) is { } person ? Put(draft, id, person, inbound, row) : null;

    Waiting Put(Draft draft, string id, PersonId person, Inbound inbound, BsonDocument row)
    {
        (row["_id"], row["n"], row["person"], row["tries"]) = (id, ++sequence, person.Value, 0);
        draft.Insert(LiteDbSchema.Waiting, row);
        return new Waiting(id, person, inbound, Tries: 0) { Since = clock.GetUtcNow() };
    }

    static void Raise(Draft draft, Waiting again)
    {
        if (draft.Find(LiteDbSchema.Waiting, again.Id) is { } row)
            draft.Put(LiteDbSchema.Waiting, new BsonDocument(row) { ["tries"] = again.Tries });
    }

    static BsonDocument ToRow(Inbound inbound) => new() { ["inbound"] = StoredJson.Write(inbound) };

    static Waiting FromRow(BsonDocument row) =>
        new(row["_id"], new PersonId(row["person"]), StoredJson.Read<Inbound>(row["inbound"]), row["tries"]);
}
