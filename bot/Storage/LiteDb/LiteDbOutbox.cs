using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The outbox: a row a message, numbered within its address. Lanes of what is to be sent live in memory and are filled again at start.</summary>
sealed class LiteDbOutbox : IOutbox
{
    const int Remembered = 10_000;
    const int EditableWithin = 10;
    const int Nearby = 16;

    readonly LiteDbStore store;
    readonly TimeProvider clock;
    readonly LiteDbPeople people;
    readonly IReadOnlySet<string> fetched;
    readonly Lanes<Sending> lanes;
    readonly Recent<string, IReadOnlyList<Sending>> latest = new(Remembered);
    readonly ArrivalBell bell;

    /// <param name="fetched">Names of the channels whose people fetch their messages.</param>
    public LiteDbOutbox(LiteDbStore store, LiteDbPeople people, TimeProvider clock, IReadOnlySet<string> fetched)
    {
        (this.store, this.people, this.clock, this.fetched) = (store, people, clock, fetched);
        (lanes, bell) = (new(clock, sending => sending.Id), new(clock));
        Fill();
    }

    public ValueTask<Sending> NextAsync(CancellationToken stop) => lanes.NextAsync(stop);

    public Task MarkAsync(
        Sending sending, SendState state, string channelMessageId, string reason, DateTimeOffset? retryAt, CancellationToken stop)
    {
        var marked = sending with
        {
            State = state,
            Tries = sending.Tries + 1,
            ChannelMessageId = channelMessageId,
            DueAt = retryAt ?? sending.DueAt,
        };
        var row = SendingRow.Write(marked, reason, StoredJson.WriteBytes(marked.Message));
        return store.WriteWithOthersAsync(
            draft =>
            {
                draft.Put(LiteDbSchema.Outbox, row);
                if (state != SendState.Pending)
                    draft.Delete(LiteDbSchema.Unsent, sending.Id);
            },
            () =>
            {
                if (state == SendState.Pending)
                    lanes.Again(Lane(marked), marked, marked.DueAt);
                else
                    lanes.Done(Lane(marked), marked);
            },
            stop);
    }

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) =>
        Task.FromResult(After(to, number));

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) =>
        bell.WaitAsync(StoredKeys.Of(to), () => ValueTask.FromResult(After(to, number).Count > 0), time, stop);

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) =>
        Task.FromResult(store.Range(LiteDbSchema.Outbox, StoredKeys.Of(to), Math.Max(1, LastNumber(to) - EditableWithin + 1), LastNumber(to))
            .Select(SendingRow.Read)
            .LastOrDefault(sending => sending.State == SendState.Sent && sending.ChannelMessageId.Length > 0)?.ChannelMessageId);

    /// <summary>How many wait to be sent.</summary>
    public int Count => lanes.Count;

    /// <summary>Puts messages into the outbox. On the writer's thread.</summary>
    /// <param name="json">The messages as JSON.</param>
    public IReadOnlyList<Sending> Put(Draft draft, Address to, IReadOnlyList<Outbound> messages, IReadOnlyList<byte[]> json)
    {
        if (messages.Count == 0)
            return [];
        var known = people.At(draft, to);
        var (key, last, now) = (StoredKeys.Of(to), known.Last, clock.GetUtcNow());
        var state = fetched.Contains(to.Channel) ? SendState.Sent : SendState.Pending;
        List<Sending> sendings = [.. messages.Select((message, index) =>
            new Sending(StoredKeys.Numbered(key, last + index + 1), to, last + index + 1, message, state, 0, now, ""))];
        foreach (var (index, sending) in sendings.Index())
        {
            draft.Insert(LiteDbSchema.Outbox, SendingRow.Write(sending, "", json[index]));
            if (state == SendState.Pending)
                draft.Insert(LiteDbSchema.Unsent, StoredRow.Of(sending.Id));
        }
        known.Say(draft, messages.Count);
        return sendings;
    }

    /// <summary>Sets them on their way, once the turn is on disk.</summary>
    public void Announce(IReadOnlyList<Sending> sendings)
    {
        if (sendings.Count == 0)
            return;
        foreach (var sending in sendings)
            Queue(sending);
        if (sendings[0].State == SendState.Sent)
            latest.Put(Lane(sendings[0]), sendings);
        bell.Ring(Lane(sendings[0]));
    }

    // What lies together is read together: after an outage there may be very many.
    void Fill()
    {
        var unsent = store.All(LiteDbSchema.Unsent).Select(row => row["_id"].AsString).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, first, last) in Runs(unsent.Order(StringComparer.Ordinal)))
            foreach (var row in store.Range(LiteDbSchema.Outbox, key, first, last).Where(row => unsent.Contains(row["_id"].AsString)))
                Queue(LongestWait.Within(SendingRow.Read(row), clock.GetUtcNow()));
    }

    /// <summary>Ids in their order, as runs of numbers of one key that are near each other.</summary>
    static IEnumerable<(string Key, long First, long Last)> Runs(IEnumerable<string> ids)
    {
        var (key, first, last) = ("", 0L, 0L);
        foreach (var id in ids)
        {
            var (its, number) = (StoredKeys.KeyIn(id), StoredKeys.NumberIn(id));
            if (its == key && number <= last + Nearby)
            {
                last = number;
                continue;
            }
            if (key.Length > 0)
                yield return (key, first, last);
            (key, first, last) = (its, number, number);
        }
        if (key.Length > 0)
            yield return (key, first, last);
    }

    void Queue(Sending sending)
    {
        if (sending.State == SendState.Pending)
            lanes.Add(Lane(sending), sending, rank: sending.Message.IsNudge ? 1 : 0, sending.DueAt);
    }

    // Who waits for messages mostly wants those of the last turn: they are still in memory, when nothing about them can change.
    IReadOnlyList<Sending> After(Address to, long number) =>
        latest.TryGet(StoredKeys.Of(to), out var last) && number >= last[0].Number - 1
            ? [.. last.Where(sending => sending.Number > number)]
            : [.. store.Range(LiteDbSchema.Outbox, StoredKeys.Of(to), number + 1, LastNumber(to)).Select(SendingRow.Read)];

    long LastNumber(Address to) =>
        store.Find(LiteDbSchema.Addresses, StoredKeys.Of(to)) is { } row && row["last"].IsNumber
            ? row["last"].AsInt64
            : Math.Max(0, store.LastNumber(LiteDbSchema.Outbox, StoredKeys.Of(to)));

    static string Lane(Sending sending) => StoredKeys.Of(sending.To);
}
