using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Conversations and their sessions, a turn at a time. While the person's lane is ours they stay in memory.</summary>
sealed class PostgresTurns : ITurns, IPromptTurns
{
    const int Remembered = 20_000;
    const long Nobody = -1;

    readonly PostgresStore store;
    readonly PostgresInbox inbox;
    readonly PostgresOutbox outbox;
    readonly TimeProvider clock;
    readonly Recent<string, Known> recent = new(Remembered);

    public PostgresTurns(PostgresStore store, PostgresInbox inbox, PostgresOutbox outbox, TimeProvider clock)
    {
        (this.store, this.inbox, this.outbox, this.clock) = (store, inbox, outbox, clock);
        inbox.Began += held => recent.Put(held.Person, new Known(Conversation.New(held.Waiting.Person, held.Waiting.Inbound.From), held.Epoch));
    }

    public async Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop)
    {
        if (Remembers(person.Value) is { } known)
            return known;
        // The epoch from before the look: when the lane went away meanwhile, what was read is forgotten.
        var epoch = store.Lanes.Owned.Epoch(person.Value);
        var bodies = await store.ReadAsync("select body from conversations where person = $1", row => store.Sealed.Talk(person.Value, row.GetString(0)), stop, Column.Text(person.Value));
        if (bodies.Count == 0)
            return Remember(Conversation.New(person, address), epoch);
        var sessions = await store.ReadAsync(
            "select line, rest from sessions where person = $1 order by number", row => store.Sealed.Session(person.Value, row.GetString(0), row.GetString(1)), stop, Column.Text(person.Value));
        return Remember(bodies[0] with { Sessions = sessions }, epoch);
    }

    public Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop) => CommitAsync(handled, turn, aside: null, stop);

    public Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop) =>
        CommitAsync(handled, apology, PostgresAside.Row(store.Sealed, handled, reason, clock.GetUtcNow()), stop);

    public Waiting? Hold(Inbound inbound) => inbox.Hold(inbound);

    public void LetGo(Waiting held)
    {
        if (inbox.Serving(held) is { } mine)
            inbox.Free(mine);
    }

    public async Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop)
    {
        try
        {
            await CommitAsync(held, turn, aside: null, stop);
            return true;
        }
        // Refused, or nothing that the server can keep: the inbox tries it again, and sets it aside in the end.
        catch (Exception fault) when (fault is not IOException)
        {
            return false;
        }
        finally
        {
            LetGo(held);
        }
    }

    async Task CommitAsync(Waiting handled, Turn turn, AsideRow? aside, CancellationToken stop)
    {
        if (inbox.Serving(handled) is not { } held)
            throw new InvalidOperationException($"Inbound {handled.Id} was handled already, or its lane is another node's.");
        if (turn.Erasure is { } erasure)
        {
            await EraseAsync(held, turn, erasure, stop);
            return;
        }
        var write = Write(held, turn, aside);
        try
        {
            await store.Writer.WriteAsync(new Write(write, null, null, () => Finish(write)), stop);
        }
        catch (InvalidOperationException)
        {
            Forget(held);
            inbox.Free(held);
            store.Lanes.Lose(held.Person, held.Epoch);
            throw;
        }
        catch (IOException)
        {
            // It may be committed all the same: what is remembered is looked up again.
            Forget(held);
            store.Lanes.Poke(held.Person);
            throw;
        }
    }

    // In the place of all else that a turn keeps, but for what it posts; in a transaction of its own, since it is rare and long.
    async Task EraseAsync(HeldInbound held, Turn turn, Erasure erasure, CancellationToken stop)
    {
        var posts = Posts(held, turn);
        var freed = await store.InTransactionAsync(async connection =>
        {
            await using (var fence = PostgresStore.Command(connection, TurnStatements.Fence,
                Column.Texts([held.Person]), Column.Longs([held.Epoch]), Column.Longs([held.Number]), Column.Text(store.Nodes.Id), Column.Long(1)))
                await fence.ExecuteNonQueryAsync(stop);
            var key = await new PostgresErasure(connection, store.Sealed, erasure, outbox.IsFetched, stop).RunAsync(clock.GetUtcNow());
            Steps.At(Step.Erasing);
            if (posts.Count == 0)
                return key;
            await using var post = PostgresStore.Command(connection, InboxStatements.Put,
                Column.Texts(posts.Select(one => one.To)), Column.Bytes(posts.Select(one => one.Id)), Column.Texts(posts.Select(one => one.Inbound)));
            await post.ExecuteNonQueryAsync(stop);
            return key;
        }, stop);
        if (freed is not null)
            store.Writer.Forget(freed);
        Steps.At(Step.Erased);
        Forget(held);
        if (erasure is { IsWhole: true, Desk: null })
        {
            inbox.Erase(held.Person);
            store.Lanes.Owned.Lose(held.Person, held.Epoch);
        }
        if (erasure.Farewell is { } farewell)
            store.Writer.Forget(store.Sealed.KeyOf(farewell.To));
        inbox.Free(held);
        foreach (var one in turn.Posts)
            store.Lanes.Poke(one.To.Value);
        store.Lanes.Poke(erasure.Names.Leaver.Value);
    }

    List<PostRow> Posts(HeldInbound held, Turn turn) => [.. turn.Posts.Select((post, index) => new PostRow(
        post.To.Value, Convert.FromHexString(StoredKeys.Posted(held.InboxId, index)), store.Sealed.Inbound(StoredKeys.Posted(held.InboxId, index), post.Inbound)))];

    TurnWrite Write(HeldInbound held, Turn turn, AsideRow? aside)
    {
        var (before, now) = (Remembers(held.Person), clock.GetUtcNow());
        var sessions = turn.Next.Sessions.Index().Where(one => HasChanged(one.Index, one.Item, before)).Select(one => store.Sealed.Row(SessionRow.Of(one.Index, one.Item)));
        return new TurnWrite(
            held, turn, store.Sealed.Talk(held.Person, turn.Next with { Sessions = [] }), [.. sessions],
            turn.Facts.Count > 0 ? store.Sealed.Facts(held.Person, turn.Facts) : "", outbox.Rows(turn), aside)
        {
            Releases = outbox.Releases(held.Waiting.Inbound),
            Line = before is not null && PersonLine.IsSame(before, turn.Next) ? null : PersonRow.Of(PersonLine.Of(turn.Next), store.Sealed),
            Identities = [.. RegisterStatements.Sealed(IdentityFacts.Of(turn), store.Sealed)],
            SpokenAt = now,
            Address = store.Sealed.SealTalkValue(held.Person, turn.Next.Address.Value),
            ReleasedLine = store.Sealed.Lines([NewBeginning.Beginning(held.Waiting.Inbound.From.Channel, now, SendAttempt.Released)]),
            Posts = Posts(held, turn),
        };
    }

    // On the writer's thread, once it is durable.
    void Finish(TurnWrite turn)
    {
        if (turn.WasFound)
        {
            Forget(turn.Held);
            store.Lanes.Poke(turn.Held.Person);
        }
        else
        {
            recent.Put(turn.Held.Person, new Known(turn.Turn.Next, turn.Held.Epoch));
        }
        if (turn.Held.IsPrompt)
        {
            inbox.Hear(turn.Held.InboxId);
            store.Lanes.Owned.Put(turn.Held.Person, turn.Held.Epoch);
        }
        outbox.Announce(turn);
        inbox.Free(turn.Held);
        foreach (var post in turn.Posts)
            store.Lanes.Poke(post.To);
    }

    Conversation? Remembers(string person) =>
        recent.TryGet(person, out var known) && store.Lanes.Owned.Owns(person, known.Epoch) ? known.Conversation : null;

    Conversation Remember(Conversation conversation, long? epoch)
    {
        if (epoch is { } its)
            recent.Put(conversation.Person.Value, new Known(conversation, its));
        return conversation;
    }

    void Forget(HeldInbound held) => recent.Put(held.Person, new Known(Conversation.New(held.Waiting.Person, held.Waiting.Inbound.From), Nobody));

    // Records that did not change are the same object: comparing all answers would cost more than writing them.
    static bool HasChanged(int index, Session session, Conversation? before) =>
        before is null || index >= before.Sessions.Count || !ReferenceEquals(before.Sessions[index], session);

    /// <summary>A conversation as it was when our lane had the epoch.</summary>
    sealed record Known(Conversation Conversation, long Epoch);
}
