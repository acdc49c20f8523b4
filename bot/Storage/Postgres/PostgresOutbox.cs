using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The outbox: who owns a person's lane sends to her, in order for each address; any node reads.</summary>
sealed class PostgresOutbox : IOutbox
{
    const int Remembered = 100_000;
    static readonly TimeSpan Unsure = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    readonly PostgresStore store;
    readonly TimeProvider clock;
    readonly IReadOnlySet<string> fetched;
    readonly Lanes<HeldSending> lanes;
    readonly ConcurrentDictionary<string, HeldSending> sending = new(StringComparer.Ordinal);
    readonly Recent<string, bool> finished = new(Remembered);
    readonly Recent<string, Spoken> latest = new(Remembered / 10);
    readonly Recent<string, DateTimeOffset> spoke = new(Remembered / 10);
    readonly ArrivalBell bell;
    readonly Lock gate = new();

    /// <param name="fetched">Names of the channels whose people fetch their messages.</param>
    /// <param name="mostOfOne">Messages of one channel that are on their way at the same moment.</param>
    public PostgresOutbox(PostgresStore store, TimeProvider clock, IReadOnlySet<string> fetched, int mostOfOne = int.MaxValue)
    {
        (this.store, this.clock, this.fetched) = (store, clock, fetched);
        (lanes, bell) = (new(clock, held => held.Key, held => held.Sending.To.Channel, mostOfOne), new(clock));
        store.NewsOf = group => store.Nodes.HasOthers ? News.Of(News.Said, [.. group.Turns.SelectMany(Heard).Distinct()]) : "";
        store.Listener.Said += key =>
        {
            if (key is null)
                bell.RingAll();
            else
                bell.Ring(key);
        };
    }

    // A node that was frozen must not send what another has sent meanwhile: it first makes sure that the lane is still its own.
    public async ValueTask<Sending> NextAsync(CancellationToken stop)
    {
        while (true)
        {
            var held = await lanes.NextAsync(stop);
            while (!store.Nodes.IsSure)
                await Task.Delay(Unsure, stop);
            if (IsFinished(held))
            {
                lanes.Done(Lane(held), held);
            }
            else if (store.Lanes.Owned.Owns(held.Person, held.Epoch))
            {
                sending[held.Sending.Id] = held;
                return held.Sending;
            }
            else
            {
                // With all behind it, as in the inbox: what the tables have comes again in its order.
                lanes.Drop(Lane(held), held);
                store.Lanes.Poke(held.Person);
            }
        }
    }

    /// <summary>Whether a channel reports later, or holds messages until the person speaks: of others no more is written than they need.</summary>
    public Func<string, bool> Reports { get; init; } = static _ => true;

    public async Task<Sending> MarkAsync(Sending sent, Mark mark, CancellationToken stop)
    {
        if (!sending.TryGetValue(sent.Id, out var held))
            throw new InvalidOperationException($"Nobody is sending {sent.Id}.");
        var marked = held with { Sending = (HasSpoken(sent.To, mark) ? Pending(mark) : mark).On(sent, clock.GetUtcNow()) };
        var its = marked.Sending;
        var row = new MarkWrite(
            held.Person, Lane(held), sent.Number, its.State, its.Tries, its.DueAt.UtcTicks, store.Sealed.SealReport(its.ChannelMessageId), store.Sealed.SealReport(mark.Reason),
            store.Sealed.Lines(its.Attempts), Reports(its.To.Channel) ? StoredKeys.Receipt(its) : null, its.Class);
        await store.Writer.WriteAsync(new Write(null, null, row, () => Free(marked)), stop);
        return row.Reported is { } reported
            ? its with { State = reported.State, ChannelMessageId = store.Sealed.Report(reported.ChannelMessageId), Attempts = store.Sealed.Attempts(reported.Attempts) }
            : its;
    }

    public async Task<Sending?> ReportAsync(DeliveryReport report, CancellationToken stop)
    {
        var found = await store.InTransactionAsync(connection => new ReportStatements(store.Sealed).TakeAsync(connection, report, clock.GetUtcNow(), stop), stop);
        if (found is { Stands.State: SendState.Pending })
            store.Lanes.Poke(found.Person);
        return found?.Stands;
    }

    public async Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop)
    {
        var key = store.Sealed.KeyOf(to);
        // Who waits for messages mostly wants those of the last turn: they are still in memory, and nobody else speaks in our lane.
        if (latest.TryGet(key, out var last) && last.Sendings.Count > 0 && number >= last.Sendings[0].Number - 1 && store.Lanes.Owned.Owns(last.Person, last.Epoch) && store.Nodes.IsSure)
            return [.. last.Sendings.Where(sent => sent.Number > number)];
        return await store.ReadAsync(OutboxStatements.After, row => OutboxStatements.Read(row, store.Sealed, key, to), stop, Column.Text(key), Column.Long(number));
    }

    public async Task<IReadOnlyList<Sending>> LastAsync(Address to, int most, CancellationToken stop) =>
        await store.ReadAsync(OutboxStatements.Last, row => OutboxStatements.Read(row, store.Sealed, store.Sealed.KeyOf(to), to), stop, Column.Text(store.Sealed.KeyOf(to)), Column.Long(most));

    public async Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop)
    {
        var end = clock.GetUtcNow() + time;
        // Behind the notes: with several nodes it is looked from time to time.
        for (var rest = time; rest > TimeSpan.Zero; rest = end - clock.GetUtcNow())
        {
            var part = store.Nodes.HasOthers && rest > BetweenLooks ? BetweenLooks : rest;
            var isThere = false;
            await bell.WaitAsync(store.Sealed.KeyOf(to), async () => isThere = (await AfterAsync(to, number, stop)).Count > 0, part, stop);
            if (isThere || (await AfterAsync(to, number, stop)).Count > 0)
                return;
        }
    }

    public async Task<string?> LastSentAsync(Address to, CancellationToken stop) =>
        (await store.ReadAsync(OutboxStatements.LastSent, row => store.Sealed.Report(row.GetString(0)), stop, Column.Text(store.Sealed.KeyOf(to)))).FirstOrDefault();

    /// <summary>Whether the channel's people fetch their messages themselves.</summary>
    public bool IsFetched(string channel) => fetched.Contains(channel);

    /// <summary>A turn's messages as rows.</summary>
    public IReadOnlyList<MessageRow> Rows(Turn turn)
    {
        if (turn.Replies.Count == 0)
            return [];
        var (key, state, now) = (store.Sealed.KeyOf(turn.To), State(turn), clock.GetUtcNow().UtcTicks);
        return [.. turn.Replies.Select(message => new MessageRow(key, store.Sealed.Message(key, message), state, now))];
    }

    /// <summary>The address whose held messages go on with this inbound; "" when none can be held there.</summary>
    public string Releases(Inbound handled)
    {
        if (!handled.Said.IsHers() || !Reports(handled.From.Channel))
            return "";
        var key = store.Sealed.KeyOf(handled.From);
        spoke.Put(key, clock.GetUtcNow());
        return key;
    }

    /// <summary>Sets a turn's messages on their way, once it is durable. On the writer's thread.</summary>
    public void Announce(TurnWrite turn)
    {
        AnnounceReplies(turn);
        if (turn.WasFound)
            return;
        foreach (var row in turn.Released.OrderBy(row => row.Number))
            Queue(new HeldSending(Sending(row, turn), turn.Held.Person, turn.Held.Epoch));
    }

    void AnnounceReplies(TurnWrite turn)
    {
        if (turn.Messages.Count == 0)
            return;
        var key = turn.Messages[0].Address;
        var sendings = turn.WasFound ? [] : Sendings(turn, key);
        if (State(turn.Turn) == SendState.Sent)
            latest.Put(key, new Spoken(turn.Held.Person, turn.Held.Epoch, sendings));
        else
            foreach (var one in sendings)
                Queue(new HeldSending(one, turn.Held.Person, turn.Held.Epoch));
        bell.Ring(key);
    }

    /// <summary>Takes what a look at the tables found; what was sent meanwhile stays out.</summary>
    public void Add(IReadOnlyList<HeldSending> found)
    {
        lock (gate)
            foreach (var held in found)
                if (!finished.TryGet(held.Going, out _))
                    Queue(held with { Sending = LongestWait.Within(held.Sending, clock.GetUtcNow()) });
    }

    void Free(HeldSending marked)
    {
        sending.TryRemove(marked.Sending.Id, out _);
        lock (gate)
            if (marked.Sending.State == SendState.Pending)
                lanes.Again(Lane(marked), marked, marked.Sending.DueAt);
            else
            {
                finished.Put(marked.Going, true);
                lanes.Done(Lane(marked), marked);
            }
    }

    bool IsFinished(HeldSending held)
    {
        lock (gate)
            return finished.TryGet(held.Going, out _);
    }

    void Queue(HeldSending held) => lanes.Add(Lane(held), held, (int)held.Sending.Message.Precedence, held.Sending.DueAt);

    IEnumerable<string> Heard(TurnWrite turn) => turn.Messages.Where(message => message.State == SendState.Sent).Select(message => message.Address);

    static List<Sending> Sendings(TurnWrite turn, string key) => [.. turn.Turn.Replies.Select((message, index) => new Sending(
        StoredKeys.Numbered(key, turn.Numbers[index]), turn.Turn.To, turn.Numbers[index], message, turn.Messages[index].State, 0,
        new DateTimeOffset(turn.Messages[index].Due, TimeSpan.Zero), ""))];

    Sending Sending(ReleasedRow row, TurnWrite turn) => new(
        StoredKeys.Numbered(row.Address, row.Number), turn.Held.Waiting.Inbound.From, row.Number, store.Sealed.Message(row.Address, row.Message), SendState.Pending, row.Tries,
        new DateTimeOffset(row.Due, TimeSpan.Zero), "")
    {
        Attempts = store.Sealed.Attempts(row.Attempts),
    };

    // She spoke while it was on its way: it goes at once, instead of being held.
    bool HasSpoken(Address to, Mark mark) => mark.State == SendState.Held && spoke.TryGet(store.Sealed.KeyOf(to), out var at) && at > mark.HandedAt;

    Mark Pending(Mark mark) => mark with { State = SendState.Pending, RetryAt = clock.GetUtcNow() };

    SendState State(Turn turn) => fetched.Contains(turn.To.Channel) ? SendState.Sent : SendState.Pending;

    static string Lane(HeldSending held) => StoredKeys.KeyIn(held.Sending.Id);

    /// <summary>What was said last to an address, while the lane was ours.</summary>
    sealed record Spoken(string Person, long Epoch, IReadOnlyList<Sending> Sendings);
}
