using System.Collections.Concurrent;
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
    readonly LiteDbMarks marks;
    readonly Recent<string, IReadOnlyList<Sending>> latest = new(Remembered);
    readonly ArrivalBell bell;
    readonly ConcurrentDictionary<string, bool> erased = new(StringComparer.Ordinal);

    /// <param name="fetched">Names of the channels whose people fetch their messages.</param>
    /// <param name="mostOfOne">Messages of one channel that are on their way at the same moment.</param>
    public LiteDbOutbox(LiteDbStore store, LiteDbPeople people, TimeProvider clock, IReadOnlySet<string> fetched, int mostOfOne = int.MaxValue)
    {
        (this.store, this.people, this.clock, this.fetched) = (store, people, clock, fetched);
        (lanes, bell) = (new(clock, sending => sending.Id, sending => sending.To.Channel, mostOfOne), new(clock));
        marks = new(new EarlyReports(store, clock), new HeldMessages(store, clock), clock);
        Fill();
    }

    /// <summary>Whether a channel reports later, or holds messages until the person speaks: of others no more is written than they need.</summary>
    public Func<string, bool> Reports { get; init; } = static _ => true;

    // What was still to be sent to somebody who is erased is not; whoever writes from the address later has numbers from the first on again.
    public async ValueTask<Sending> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            var sending = await lanes.NextAsync(stop);
            if (!erased.ContainsKey(Lane(sending)))
                return sending;
            if (store.Find(LiteDbSchema.Outbox, sending.Id) is { } row && SendingRow.Read(row) is { State: SendState.Pending } stands)
                return stands;
            lanes.Done(Lane(sending), sending);
        }
    }

    /// <summary>Whether the channel's people fetch their messages themselves.</summary>
    public bool IsFetched(string channel) => fetched.Contains(channel);

    /// <summary>Messages to the address are erased, once that is on disk.</summary>
    public void Erase(string key)
    {
        erased[key] = true;
        latest.Remove(key);
    }

    public async Task<Sending> MarkAsync(Sending sending, Mark mark, CancellationToken stop)
    {
        var marked = mark.On(sending, clock.GetUtcNow());
        var row = store.Seal(LiteDbSchema.Outbox, SendingRow.Write(marked, mark.Reason, StoredJson.WriteBytes(marked.Message)));
        var (reports, written) = (Reports(sending.To.Channel), marked);
        await store.WriteWithOthersAsync(
            draft => written = marks.Put(draft, marked, mark, row, reports),
            () =>
            {
                if (written.State == SendState.Pending)
                    lanes.Again(Lane(written), written, written.DueAt);
                else
                    lanes.Done(Lane(written), written);
            },
            stop);
        return written;
    }

    public async Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop)
    {
        Sending? stands = null;
        await store.WriteAsync(
            draft => stands = marks.Report(draft, report),
            () =>
            {
                if (stands is not null)
                    Queue(stands);
            },
            stop);
        return stands;
    }

    /// <summary>Sends what was given up once more; false when it is not given up.</summary>
    public async Task<bool> ResendAsync(string id, bool evenUnknown, CancellationToken stop)
    {
        Sending? again = null;
        await store.WriteAsync(
            draft => again = marks.Resend(draft, id, evenUnknown),
            () =>
            {
                if (again is not null)
                    Queue(again);
            },
            stop);
        return again is not null;
    }

    public Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop) =>
        Task.FromResult(After(to, number));

    public Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) =>
        Task.FromResult(After(to, Math.Max(0, LastNumber(to) - most)));

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) =>
        bell.WaitAsync(store.Vault.KeyOf(to), () => ValueTask.FromResult(After(to, number).Count > 0), time, stop);

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) =>
        Task.FromResult(store.Range(LiteDbSchema.Outbox, store.Vault.KeyOf(to), Math.Max(1, LastNumber(to) - EditableWithin + 1), LastNumber(to))
            .Select(SendingRow.Read)
            .LastOrDefault(sending => SendOrder.HasGone(sending.State) && sending.ChannelMessageId.Length > 0)?.ChannelMessageId);

    /// <summary>How many wait to be sent.</summary>
    public int Count => lanes.Count;

    /// <summary>The same by channel.</summary>
    public Dictionary<string, int> CountByChannel() => lanes.CountByLine();

    /// <summary>Whether a message can be sent at once.</summary>
    public bool IsReady => lanes.IsReady;

    /// <summary>Puts messages into the outbox. On the writer's thread.</summary>
    /// <param name="json">The messages as JSON.</param>
    public IReadOnlyList<Sending> Put(Draft draft, Address to, IReadOnlyList<Outbound> messages, IReadOnlyList<byte[]> json)
    {
        if (messages.Count == 0)
            return [];
        var known = people.At(draft, to);
        var (key, last, now) = (store.Vault.KeyOf(to), known.Last, clock.GetUtcNow());
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

    /// <summary>The person speaks: what was held for her goes behind the replies. On the writer's thread.</summary>
    /// <returns>The replies with it.</returns>
    public IReadOnlyList<Sending> Release(Draft draft, Inbound handled, IReadOnlyList<Sending> replies)
    {
        if (!handled.Said.IsHers() || !Reports(handled.From.Channel))
            return replies;
        var released = marks.Release(draft, handled.From);
        return released.Count == 0 ? replies : [.. replies, .. released];
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
            lanes.Add(Lane(sending), sending, (int)sending.Message.Precedence, sending.DueAt);
    }

    // Who waits for messages mostly wants those of the last turn: they are still in memory, when nothing about them can change.
    IReadOnlyList<Sending> After(Address to, long number) =>
        latest.TryGet(store.Vault.KeyOf(to), out var last) && number >= last[0].Number - 1
            ? [.. last.Where(sending => sending.Number > number)]
            : [.. store.Range(LiteDbSchema.Outbox, store.Vault.KeyOf(to), number + 1, LastNumber(to)).Select(SendingRow.Read)];

    long LastNumber(Address to) =>
        store.Find(LiteDbSchema.Addresses, store.Vault.KeyOf(to)) is { } row && row["last"].IsNumber
            ? row["last"].AsInt64
            : Math.Max(0, store.Rows.LastNumber(LiteDbSchema.Outbox, store.Vault.KeyOf(to)));

    static string Lane(Sending sending) => StoredKeys.KeyIn(sending.Id);
}
