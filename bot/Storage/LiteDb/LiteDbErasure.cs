using LiteDB;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Erasing;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The rows of one erasure: looked for before the writer's thread takes it, changed there.</summary>
sealed class LiteDbErasure
{
    readonly LiteDbStore store;
    readonly Erasure erasure;
    readonly LiteDbErasedFacts facts;
    readonly List<Address> own;
    readonly List<(string Collection, string Id)> gone = [];
    readonly List<(string Collection, BsonDocument Row)> stays = [];

    /// <summary>Looks for all that stands under the person.</summary>
    public LiteDbErasure(LiteDbStore store, Erasure erasure)
    {
        (this.store, this.erasure) = (store, erasure);
        own = [.. store.Rows.By(LiteDbSchema.Addresses, "person", Person).Select(row => new Address(row["channel"], row["value"]))];
        facts = new LiteDbErasedFacts(store, erasure);
        if (!erasure.KeepsAddress)
            own.ForEach(FindAt);
        if (!erasure.IsWhole)
            return;
        facts.Find();
        FindOwn();
        FindDocuments();
    }

    string Person => erasure.Person.Value;

    /// <summary>Changes the rows. On the writer's thread.</summary>
    /// <returns>The last message, to be set on its way; null when there is none.</returns>
    public Sending? Put(Draft draft, LiteDbOutbox outbox, DateTimeOffset now)
    {
        store.Forget();
        // Before the address goes, whose row knows how many there are.
        var last = own.ToDictionary(address => address, address => LiteDbErasedMessages.Erase(draft, store, address, erasure.KeepsAddress));
        foreach (var (collection, id) in gone)
            draft.Delete(collection, id);
        foreach (var (collection, row) in stays)
            draft.Put(collection, row);
        facts.Put(draft);
        PutSessions(draft);
        if (erasure.Desk is { } desk)
            draft.Put(LiteDbSchema.Conversations, StoredRow.Of(Person, RowField.Text("is", StoredJson.WriteBytes(desk with { Sessions = [] })), RowField.Number("sessions", desk.Sessions.Count)));
        var told = erasure.Farewell is { } farewell ? Tell(draft, outbox, farewell, last.GetValueOrDefault(farewell.To), now) : null;
        var note = ErasedRow.Of(erasure, store.Vault, own.FirstOrDefault(), told?.Number ?? 0);
        draft.Put(LiteDbSchema.Erasures, new BsonDocument { ["_id"] = note.Id, ["is"] = StoredJson.Write(note) });
        return told;
    }

    /// <summary>What is remembered of it goes, once it is on disk.</summary>
    public void Done(LiteDbInbox inbox, LiteDbOutbox outbox)
    {
        store.Forget();
        if (erasure is { IsWhole: true, Desk: null })
            inbox.Erase(erasure.Person);
        if (!erasure.KeepsAddress)
            foreach (var address in own)
                outbox.Erase(store.Vault.KeyOf(address));
    }

    // Under the new id of who is told, and numbered on: a page that waits for its next message gets it.
    Sending Tell(Draft draft, LiteDbOutbox outbox, Farewell farewell, long last, DateTimeOffset now)
    {
        var key = store.Vault.KeyOf(farewell.To);
        draft.Put(LiteDbSchema.Addresses, StoredRow.Of(
            key, RowField.Text("channel", farewell.To.Channel), RowField.Text("value", farewell.To.Value), RowField.Text("person", erasure.Names.Leaver.Value),
            RowField.Long("since", now.UtcTicks), RowField.Long("chunk", 0), RowField.Long("last", last + 1)));
        var state = outbox.IsFetched(farewell.To.Channel) ? SendState.Sent : SendState.Pending;
        var sending = new Sending(StoredKeys.Numbered(key, last + 1), farewell.To, last + 1, farewell.Message, state, 0, now, "");
        draft.Put(LiteDbSchema.Outbox, SendingRow.Write(sending, "", StoredJson.WriteBytes(farewell.Message)));
        if (state == SendState.Pending)
            draft.Put(LiteDbSchema.Unsent, StoredRow.Of(sending.Id));
        return sending;
    }

    void PutSessions(Draft draft)
    {
        foreach (var (number, session) in erasure.Sessions.Index())
            draft.Put(LiteDbSchema.Sessions, TurnRows.Row(number, session));
        // Counted on, and nobody in any list.
        if (erasure.Sessions.Count > 0)
            draft.Put(LiteDbSchema.Register, LiteDbRegister.Row(PersonLine.Unlinked(erasure.Names.Stays, erasure.Sessions), store.Vault));
    }

    void FindAt(Address address)
    {
        var key = store.Vault.KeyOf(address);
        gone.Add((LiteDbSchema.Addresses, key));
        gone.Add((LiteDbSchema.Held, key));
        gone.AddRange(store.Rows.Under(LiteDbSchema.Heard, key).Select(row => (LiteDbSchema.Heard, row["_id"].AsString)));
        // What nobody could read may name the address all the same.
        gone.AddRange(store.All(LiteDbSchema.Aside).Where(row => row["payload"].IsBinary && row["payload"].AsBinary.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(address.Value)) >= 0)
            .Select(row => (LiteDbSchema.Aside, row["_id"].AsString)));
        gone.AddRange(store.All(LiteDbSchema.Early).Where(row => row["ours"].IsString && row["ours"].AsString.StartsWith(key, StringComparison.Ordinal)).Select(row => (LiteDbSchema.Early, row["_id"].AsString)));
    }

    void FindOwn()
    {
        gone.Add((LiteDbSchema.Conversations, Person));
        gone.AddRange(store.Rows.Under(LiteDbSchema.Sessions, Person).Select(row => (LiteDbSchema.Sessions, row["_id"].AsString)));
        gone.AddRange(store.Rows.Under(LiteDbSchema.Identities, Person).Select(row => (LiteDbSchema.Identities, row["_id"].AsString)));
        gone.AddRange(store.Rows.Under(LiteDbSchema.Reminders, Person).Select(row => (LiteDbSchema.Reminders, row["_id"].AsString)));
        foreach (var collection in (string[])[LiteDbSchema.Aside, LiteDbSchema.LinkCodes])
            gone.AddRange(store.All(collection).Where(row => row["person"].IsString && row["person"] == Person).Select(row => (collection, row["_id"].AsString)));
        // Others still write by way of a desk: what waits for it is theirs.
        if (erasure.Desk is null)
            gone.AddRange(store.All(LiteDbSchema.Waiting).Where(row => row["person"] == Person).Select(row => (LiteDbSchema.Waiting, row["_id"].AsString)));
    }

    void FindDocuments()
    {
        foreach (var collection in (string[])[LiteDbSchema.Alerts, LiteDbSchema.UnseenAlerts])
            foreach (var alert in All<SafetyAlert>(collection).Where(alert => alert.Person == erasure.Person))
                Replace(collection, alert.Id, erasure.Unlinking.Alert(alert) is var unlinked ? unlinked.Id : "", unlinked);
        foreach (var enrolment in All<Enrolment>(LiteDbSchema.Enrolments).Where(one => one.Person == erasure.Person))
            Replace(LiteDbSchema.Enrolments, $"{enrolment.Person}/{enrolment.Module}", $"{erasure.Names.Stays}/{enrolment.Module}",
                enrolment with { Person = erasure.Names.Stays, At = Unlinking.Day(enrolment.At) });
        foreach (var run in All<SelectionRun>(LiteDbSchema.Selections))
            if (UnlinkedRun.Of(run, erasure.Person, erasure.Names.Stays) is { } unlinked)
                Replace(LiteDbSchema.Selections, run.Id, run.Id, unlinked);
    }

    IEnumerable<T> All<T>(string collection) => store.All(collection).Select(row => StoredJson.Read<T>(row["is"]));

    void Replace<T>(string collection, string before, string after, T value)
    {
        if (before != after)
            gone.Add((collection, before));
        stays.Add((collection, new BsonDocument { ["_id"] = after, ["is"] = StoredJson.Write(value) }));
    }
}
