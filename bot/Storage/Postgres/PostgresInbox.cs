using System.Collections.Concurrent;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The inbox: every node takes in, the owner of a person's lane serves. What our lanes hold is in memory too, in their order.</summary>
sealed class PostgresInbox : IInbox
{
    const int MostHeld = 50_000;

    /// <summary>So many are served within a second.</summary>
    const int ManyWaiting = 1_000;
    const int Remembered = 100_000;

    // A channel must hear soon that we cannot keep it now.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly PostgresStore store;
    readonly TimeProvider clock;
    readonly Lanes<HeldInbound> lanes;
    readonly ConcurrentDictionary<string, HeldInbound> serving = new(StringComparer.Ordinal);
    readonly Recent<HeldKey, bool> finished = new(Remembered);
    readonly Recent<string, bool> heard = new(Remembered);
    readonly Arrivals arrivals = new();
    readonly ConcurrentDictionary<string, bool> erased = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    long prompts;

    public PostgresInbox(PostgresStore store, PostgresOutbox outbox, TimeProvider clock)
    {
        (this.store, this.clock, lanes) = (store, clock, new(clock, held => held.Key.ToString()));
        store.Lanes.Begin(Add, outbox.Add);
    }

    /// <summary>Somebody began with this inbound, in a lane of ours.</summary>
    public event Action<HeldInbound>? Began;

    public bool IsBehind => lanes.Count + store.Writer.Waiting >= ManyWaiting;

    public bool IsFull => lanes.Count + store.Writer.Waiting > MostHeld;

    public async Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        var clean = CleanText.Of(inbound);
        var (id, key) = (StoredKeys.Of(clean), store.Sealed.KeyOf(clean.From));
        var accept = new AcceptWrite(id, key, clean, store.Sealed.Inbound(id, clean), clock.GetUtcNow().UtcTicks) { Person = clean.For?.Value ?? "", Value = store.Sealed.Address(key, clean.From) };
        using var arriving = arrivals.Of(clean.From);
        try
        {
            await store.Writer.WriteAsync(new Write(null, accept, null, () => Take(accept)), stop).WaitAsync(Patience, CancellationToken.None);
        }
        catch (TimeoutException fault)
        {
            throw new IOException("PostgreSQL did not keep the message in time.", fault);
        }
        return accept.Taken is not null || accept.IsAgain;
    }

    /// <summary>Holds the lane of the inbound's person for a turn that takes it in; null when the lane is not ours or not free, when it was heard here before, or nobody remembers whose it is.</summary>
    public Waiting? Hold(Inbound inbound)
    {
        var clean = CleanText.Of(inbound);
        var id = StoredKeys.Of(clean);
        if (!store.IsWorker || store.Writer.PersonAt(store.Sealed.KeyOf(clean.From)) is not { } person || store.Lanes.Owned.Epoch(person) is not { } epoch)
            return null;
        if (heard.TryGet(id, out _) || arrivals.Any(clean.From))
            return null;
        var waiting = new Waiting(HeldInbound.Prompt + id, new(person), clean, Tries: 0) { Since = clock.GetUtcNow() };
        var held = new HeldInbound(waiting, Interlocked.Decrement(ref prompts), epoch);
        if (!lanes.Hold(person, held))
            return null;
        serving[waiting.Id] = held;
        return waiting;
    }

    public async ValueTask<Waiting> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            var held = await lanes.NextAsync(stop);
            // What was taken in while the lane had another epoch, or when nobody knew whose it was, is found in the tables again.
            // All of it: what is behind must not be served before it, should the lane be known as ours a moment later.
            if (store.Lanes.Owned.Owns(held.Person, held.Epoch) && !erased.ContainsKey(held.Person))
            {
                serving[held.Waiting.Id] = held;
                return held.Waiting;
            }
            lanes.Drop(held.Person, held);
            store.Lanes.Poke(held.Person);
        }
    }

    public async Task ReleaseAsync(Waiting waiting, CancellationToken stop)
    {
        if (!serving.TryRemove(waiting.Id, out var held))
            return;
        var again = held with { Waiting = waiting with { Tries = waiting.Tries + 1 } };
        try
        {
            await store.RunAsync(InboxStatements.Raise, stop, [.. InboxStatements.Fence(held, store.Nodes.Id), Column.Number(again.Waiting.Tries)]);
        }
        finally
        {
            // Even when the server is away: the person's lane must go on once it is back.
            lanes.Again(held.Person, again, clock.GetUtcNow());
        }
    }

    public async Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) =>
        await store.ReadAsync("select id from waiting", row => Convert.ToHexStringLower(row.GetFieldValue<byte[]>(0)), stop);

    public async Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop)
    {
        if (Serving(waiting) is not { } held)
            return;
        var row = PostgresAside.Row(store.Sealed, waiting, reason, clock.GetUtcNow());
        await store.RunAsync(
            InboxStatements.SetAside, stop,
            [.. InboxStatements.Fence(held, store.Nodes.Id), Column.Text(row.Id), Column.Text(row.Channel), Column.Text(row.Inbound), Column.Text(row.Reason), Column.Long(row.At)]);
        Free(held);
    }

    /// <summary>The person is erased: what was on its way to her is nobody's any more, and is swept from the tables.</summary>
    public void Erase(string person) => erased[person] = true;

    /// <summary>What is being served under this id; null when it is not ours.</summary>
    public HeldInbound? Serving(Waiting waiting) => serving.GetValueOrDefault(waiting.Id);

    /// <summary>What is heard here is remembered: the same again goes by the inbox.</summary>
    public void Hear(string id) => heard.Put(id, true);

    /// <summary>Frees the person's lane, once the turn is durable or refused.</summary>
    public void Free(HeldInbound held)
    {
        serving.TryRemove(held.Waiting.Id, out _);
        lock (gate)
        {
            finished.Put(held.Key, true);
            lanes.Done(held.Person, held);
        }
    }

    // Found by a look at the tables: what was finished meanwhile stays out.
    void Add(IReadOnlyList<HeldInbound> found)
    {
        var now = clock.GetUtcNow();
        lock (gate)
            foreach (var held in found)
                if (!finished.TryGet(held.Key, out _))
                    lanes.Add(held.Person, held, rank: 0, now);
    }

    // On the writer's thread. What came for the person by way of another node goes first.
    void Take(AcceptWrite accept)
    {
        Hear(accept.Id);
        if (accept.Taken is not { } taken)
        {
            if (accept.IsAgain)
                store.Lanes.Poke(accept.Person);
            return;
        }
        if (taken.Epoch is not { } epoch || !store.IsWorker)
            return;
        store.Lanes.Owned.Put(accept.Person, epoch);
        var held = new HeldInbound(
            new Waiting(accept.Id, new(accept.Person), accept.Inbound, Tries: 0) { Since = new DateTimeOffset(accept.At, TimeSpan.Zero) }, taken.Number, epoch);
        if (accept.IsNewPerson)
            Began?.Invoke(held);
        if (taken.IsClaimed || !taken.Earlier.All(number => IsKnown(new HeldKey(number, epoch))))
            store.Lanes.Poke(accept.Person);
        else
            lanes.Add(accept.Person, held, rank: 0, clock.GetUtcNow());
    }

    bool IsKnown(HeldKey key)
    {
        lock (gate)
            return lanes.Has(key.ToString()) || finished.TryGet(key, out _);
    }
}
