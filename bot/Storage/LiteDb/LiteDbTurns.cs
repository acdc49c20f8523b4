using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Safeguarding;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Conversations and their sessions, a turn at a time.</summary>
sealed class LiteDbTurns : ITurns, IPromptTurns
{
    const int Remembered = 4_000;

    readonly LiteDbStore store;
    readonly LiteDbInbox inbox;
    readonly LiteDbOutbox outbox;
    readonly TimeProvider clock;
    readonly Recent<PersonId, Conversation> recent = new(Remembered);

    public LiteDbTurns(LiteDbStore store, LiteDbInbox inbox, LiteDbOutbox outbox, LiteDbPeople people, TimeProvider clock)
    {
        (this.store, this.inbox, this.outbox, this.clock) = (store, inbox, outbox, clock);
        store.Lost += recent.Clear;
        people.Begun += (person, address) => recent.Add(person, Conversation.New(person, address));
    }

    public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop)
    {
        if (recent.TryGet(person, out var known))
            return Task.FromResult(known);
        var conversation = store.Find(LiteDbSchema.Conversations, person.Value) is { } row
            ? StoredJson.Read<Conversation>(row["is"]) with { Sessions = Sessions(person, row) }
            : Conversation.New(person, address);
        // Add, not Put: a turn may have been committed while this read the row before it.
        recent.Add(person, conversation);
        return Task.FromResult(conversation);
    }

    public Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop) => HandleAsync(handled, turn, null, stop);

    public Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop) =>
        HandleAsync(handled, apology, LiteDbAside.Row(handled, reason, clock.GetUtcNow()), stop);

    public Waiting? Hold(Inbound inbound) => inbox.Hold(inbound);

    public void LetGo(Waiting held) => inbox.Free(held);

    public async Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop)
    {
        try
        {
            return await CommitAsync(held, turn, draft => inbox.Hear(draft, held), null, stop);
        }
        finally
        {
            inbox.Free(held);
        }
    }

    async Task HandleAsync(Waiting handled, Turn turn, BsonDocument? aside, CancellationToken stop)
    {
        if (!await (turn.Erasure is { } erasure ? EraseAsync(handled, turn, erasure, stop) : CommitAsync(handled, turn, draft => LiteDbInbox.Handle(draft, handled), aside, stop)))
            throw new InvalidOperationException($"Inbound {handled.Id} was handled already.");
    }

    // In the place of all else that a turn keeps, but for what it posts.
    async Task<bool> EraseAsync(Waiting handled, Turn turn, Erasure erasure, CancellationToken stop)
    {
        var rows = new LiteDbErasure(store, erasure);
        var isNew = false;
        Sending? farewell = null;
        IReadOnlyList<Waiting> posted = [];
        Steps.At(Step.Erasing);
        await store.WriteAsync(
            draft =>
            {
                isNew = LiteDbInbox.Handle(draft, handled);
                farewell = isNew ? rows.Put(draft, outbox, clock.GetUtcNow()) : null;
                posted = isNew ? inbox.Post(draft, handled, turn.Posts) : [];
            },
            () =>
            {
                if (isNew)
                    rows.Done(inbox, outbox);
                inbox.Free(handled);
                outbox.Announce(farewell is null ? [] : [farewell]);
                foreach (var one in posted)
                    inbox.Queue(one);
            },
            stop);
        Steps.At(Step.Erased);
        return isNew;
    }

    /// <param name="mayCommit">Whether the inbound was not handled before; else nothing is changed.</param>
    async Task<bool> CommitAsync(Waiting handled, Turn turn, Func<Draft, bool> mayCommit, BsonDocument? aside, CancellationToken stop)
    {
        var rows = TurnRows.Of(turn, recent.TryGet(turn.Next.Person, out var before) ? before : null, store.Vault);
        IReadOnlyList<Sending>? sendings = null;
        IReadOnlyList<Waiting> posted = [];
        await store.WriteAsync(
            draft =>
            {
                sendings = mayCommit(draft) ? outbox.Release(draft, handled.Inbound, Put(draft, rows, turn, aside)) : null;
                posted = sendings is null ? [] : inbox.Post(draft, handled, turn.Posts);
            },
            () =>
            {
                if (sendings is not null)
                {
                    recent.Put(turn.Next.Person, turn.Next);
                    outbox.Announce(sendings);
                }
                inbox.Free(handled);
                foreach (var one in posted)
                    inbox.Queue(one);
            },
            stop);
        return sendings is not null;
    }

    IReadOnlyList<Sending> Put(Draft draft, TurnRows rows, Turn turn, BsonDocument? aside)
    {
        if (aside is not null)
            LiteDbAside.Put(draft, aside);
        if (turn.Posts.Count > 0)
            ForgetSessions(draft, turn.Next);
        draft.Put(LiteDbSchema.Conversations, rows.Conversation);
        foreach (var session in rows.Sessions)
            draft.Put(LiteDbSchema.Sessions, session);
        if (rows.Facts.Length > 0)
            draft.Note(rows.Facts);
        if (rows.Line is { } line)
            draft.Put(LiteDbSchema.Register, line);
        LiteDbIdentities.Put(draft, IdentityFacts.Of(turn));
        LiteDbReminders.Put(draft, turn.Next, turn.Reminders);
        LiteDbSafetyAlerts.Put(draft, Alerts.Of(turn));
        LiteDbTemplates.Count(draft, rows.Templates, clock.GetUtcNow());
        return outbox.Put(draft, turn.To, turn.Replies, rows.Messages);
    }

    // Those that went along with what is posted.
    static void ForgetSessions(Draft draft, Conversation next)
    {
        var before = draft.Find(LiteDbSchema.Conversations, next.Person.Value) is { } row && row["sessions"].IsNumber ? row["sessions"].AsInt64 : 0;
        for (long number = next.Sessions.Count; number < before; number++)
            draft.Delete(LiteDbSchema.Sessions, StoredKeys.Numbered(next.Person.Value, number));
    }

    List<Session> Sessions(PersonId person, BsonDocument conversation)
    {
        var count = conversation["sessions"].IsNumber ? conversation["sessions"].AsInt64 : store.Rows.LastNumber(LiteDbSchema.Sessions, person.Value) + 1;
        return [.. store.Range(LiteDbSchema.Sessions, person.Value, 0, count - 1).Select(row => StoredJson.Read<Session>(row["is"]))];
    }
}
