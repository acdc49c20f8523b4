using LiteDB;
using LiteDB.Engine;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The outbox: a row a message, numbered within its address. Lanes of what is to be sent live in memory and are filled again at start.</summary>
sealed class LiteDbOutbox : IOutbox
{
    const int Remembered = 100_000;
    const int EditableWithin = 10;

    readonly LiteDbStore store;
    readonly TimeProvider clock;
    readonly IReadOnlySet<string> fetched;
    readonly Lanes<Sending> lanes;
    readonly Recent<string, long> numbers = new(Remembered);
    readonly Recent<string, IReadOnlyList<Sending>> latest = new(Remembered / 10);
    readonly ArrivalBell bell;

    /// <param name="fetched">Names of the channels whose people fetch their messages.</param>
    public LiteDbOutbox(LiteDbStore store, TimeProvider clock, IReadOnlySet<string> fetched)
    {
        (this.store, this.clock, this.fetched) = (store, clock, fetched);
        (lanes, bell) = (new(clock, sending => sending.Id), new(clock));
        Fill();
        store.Reopened += numbers.Clear;
        store.Reopened += Fill;
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
        var row = SendingRow.Write(marked, reason);
        return store.WriteAsync(
            engine =>
            {
                LiteDbRows.Put(engine, LiteDbSchema.Outbox, row);
                if (state != SendState.Pending)
                    LiteDbRows.Delete(engine, LiteDbSchema.Unsent, sending.Id);
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
        Task.FromResult(After(StoredKeys.Of(to), number));

    public Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop) =>
        bell.WaitAsync(StoredKeys.Of(to), () => After(StoredKeys.Of(to), number).Count > 0, time, stop);

    public Task<string?> LastSentAsync(Address to, CancellationToken stop) =>
        Task.FromResult(store.Read(LiteDbSchema.Outbox, LiteDbRows.Last(StoredKeys.Of(to), EditableWithin))
            .Select(SendingRow.Read)
            .FirstOrDefault(sending => sending.State == SendState.Sent && sending.ChannelMessageId.Length > 0)?.ChannelMessageId);

    /// <summary>Puts messages into the outbox, inside the turn's transaction.</summary>
    public IReadOnlyList<Sending> Put(ILiteEngine engine, Address to, IReadOnlyList<Outbound> messages)
    {
        if (messages.Count == 0)
            return [];
        var key = StoredKeys.Of(to);
        var last = numbers.TryGet(key, out var known) ? known : LastNumber(engine, key);
        var state = fetched.Contains(to.Channel) ? SendState.Sent : SendState.Pending;
        var now = clock.GetUtcNow();
        var sendings = messages.Select((message, index) =>
            new Sending(StoredKeys.Numbered(key, last + index + 1), to, last + index + 1, message, state, 0, now, "")).ToList();
        engine.Insert(LiteDbSchema.Outbox, sendings.Select(sending => SendingRow.Write(sending, "")), BsonAutoId.ObjectId);
        if (state == SendState.Pending)
            engine.Insert(LiteDbSchema.Unsent, sendings.Select(sending => new BsonDocument { ["_id"] = sending.Id }), BsonAutoId.ObjectId);
        numbers.Put(key, last + messages.Count);
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

    void Fill()
    {
        foreach (var key in store.Read(LiteDbSchema.Unsent, LiteDbRows.InOrder()))
            if (store.Find(LiteDbSchema.Outbox, key["_id"]) is { } row)
                Queue(SendingRow.Read(row));
    }

    void Queue(Sending sending)
    {
        if (sending.State == SendState.Pending)
            lanes.Add(Lane(sending), sending, rank: sending.Message.IsNudge ? 1 : 0, sending.DueAt);
    }

    // Who waits for messages mostly wants those of the last turn: they are still in memory, when nothing about them can change.
    IReadOnlyList<Sending> After(string key, long number) =>
        latest.TryGet(key, out var last) && number >= last[0].Number - 1
            ? [.. last.Where(sending => sending.Number > number)]
            : [.. store.Read(LiteDbSchema.Outbox, LiteDbRows.Above(key, number)).Select(SendingRow.Read)];

    static long LastNumber(ILiteEngine engine, string key) =>
        LiteDbRows.All(engine, LiteDbSchema.Outbox, LiteDbRows.Last(key, 1)).Select(SendingRow.Number).FirstOrDefault();

    static string Lane(Sending sending) => StoredKeys.Of(sending.To);
}
