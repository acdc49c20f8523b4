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
    readonly ArrivalBell bell;
    readonly Lock gate = new();

    /// <param name="fetched">Names of the channels whose people fetch their messages.</param>
    public PostgresOutbox(PostgresStore store, TimeProvider clock, IReadOnlySet<string> fetched)
    {
        (this.store, this.clock, this.fetched) = (store, clock, fetched);
        (lanes, bell) = (new(clock, held => held.Key), new(clock));
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
            if (store.Lanes.Owned.Owns(held.Person, held.Epoch) && !IsFinished(held))
            {
                sending[held.Sending.Id] = held;
                return held.Sending;
            }
            lanes.Done(Lane(held), held);
            store.Lanes.Poke(held.Person);
        }
    }

    public async Task MarkAsync(
        Sending sent, SendState state, string channelMessageId, string reason, DateTimeOffset? retryAt, CancellationToken stop)
    {
        if (!sending.TryGetValue(sent.Id, out var held))
            throw new InvalidOperationException($"Nobody is sending {sent.Id}.");
        var marked = held with
        {
            Sending = sent with { State = state, Tries = sent.Tries + 1, ChannelMessageId = channelMessageId, DueAt = retryAt ?? sent.DueAt },
        };
        var row = new MarkWrite(
            held.Person, Lane(held), sent.Number, state, marked.Sending.Tries, marked.Sending.DueAt.UtcTicks, CleanText.Of(channelMessageId), CleanText.Of(reason));
        await store.Writer.WriteAsync(new Write(null, null, row, () => Free(marked)), stop);
    }

    public async Task<IReadOnlyList<Sending>> AfterAsync(Address to, long number, CancellationToken stop)
    {
        var key = StoredKeys.Of(to);
        // Who waits for messages mostly wants those of the last turn: they are still in memory, and nobody else speaks in our lane.
        if (latest.TryGet(key, out var last) && last.Sendings.Count > 0 && number >= last.Sendings[0].Number - 1 && store.Lanes.Owned.Owns(last.Person, last.Epoch) && store.Nodes.IsSure)
            return [.. last.Sendings.Where(sent => sent.Number > number)];
        return await store.ReadAsync(OutboxStatements.After, row => OutboxStatements.Read(row, to), stop, Column.Text(key), Column.Long(number));
    }

    public async Task WaitAsync(Address to, long number, TimeSpan time, CancellationToken stop)
    {
        var end = clock.GetUtcNow() + time;
        // Behind the notes: with several nodes it is looked from time to time.
        for (var rest = time; rest > TimeSpan.Zero; rest = end - clock.GetUtcNow())
        {
            var part = store.Nodes.HasOthers && rest > BetweenLooks ? BetweenLooks : rest;
            var isThere = false;
            await bell.WaitAsync(StoredKeys.Of(to), async () => isThere = (await AfterAsync(to, number, stop)).Count > 0, part, stop);
            if (isThere || (await AfterAsync(to, number, stop)).Count > 0)
                return;
        }
    }

    public async Task<string?> LastSentAsync(Address to, CancellationToken stop) =>
        (await store.ReadAsync(OutboxStatements.LastSent, row => row.GetString(0), stop, Column.Text(StoredKeys.Of(to)))).FirstOrDefault();

    /// <summary>A turn's messages as rows.</summary>
    public IReadOnlyList<MessageRow> Rows(Turn turn)
    {
        if (turn.Replies.Count == 0)
            return [];
        var (key, state, now) = (StoredKeys.Of(turn.Next.Address), State(turn), clock.GetUtcNow().UtcTicks);
        return [.. turn.Replies.Select(message => new MessageRow(key, StoredJson.Write(message), state, now))];
    }

    /// <summary>Sets a turn's messages on their way, once it is durable. On the writer's thread.</summary>
    public void Announce(TurnWrite turn)
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
                if (!finished.TryGet(held.Sending.Id, out _))
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
                finished.Put(marked.Sending.Id, true);
                lanes.Done(Lane(marked), marked);
            }
    }

    bool IsFinished(HeldSending held)
    {
        lock (gate)
            return finished.TryGet(held.Sending.Id, out _);
    }

    void Queue(HeldSending held) => lanes.Add(Lane(held), held, rank: held.Sending.Message.IsNudge ? 1 : 0, held.Sending.DueAt);

    IEnumerable<string> Heard(TurnWrite turn) => turn.Messages.Where(message => message.State == SendState.Sent).Select(message => message.Address);

    static List<Sending> Sendings(TurnWrite turn, string key) => [.. turn.Turn.Replies.Select((message, index) => new Sending(
        StoredKeys.Numbered(key, turn.Numbers[index]), turn.Turn.Next.Address, turn.Numbers[index], message, turn.Messages[index].State, 0,
        new DateTimeOffset(turn.Messages[index].Due, TimeSpan.Zero), ""))];

    SendState State(Turn turn) => fetched.Contains(turn.Next.Address.Channel) ? SendState.Sent : SendState.Pending;

    static string Lane(HeldSending held) => StoredKeys.Of(held.Sending.To);

    /// <summary>What was said last to an address, while the lane was ours.</summary>
    sealed record Spoken(string Person, long Epoch, IReadOnlyList<Sending> Sendings);
}
