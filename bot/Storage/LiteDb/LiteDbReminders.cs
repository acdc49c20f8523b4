using System.Globalization;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reminders, a row for each person and key, found by their time.</summary>
sealed class LiteDbReminders(LiteDbStore store, LiteDbInbox inbox, TimeProvider clock) : IReminders
{
    const int MostAtOnce = 500;

    public async Task<int> FireAsync(DateTimeOffset now, CancellationToken stop)
    {
        List<Waiting?> taken = [];
        var due = store.Rows.UpTo(LiteDbSchema.Reminders, "due", now.UtcTicks, MostAtOnce);
        if (due.Count > 0)
            await store.WriteAsync(draft => taken = [.. due.Select(row => Fire(draft, row))], () => taken.ForEach(inbox.Queue), stop);
        return taken.Count(one => one is not null);
    }

    public Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop) => Task.FromResult<IReadOnlyList<Reminder>>(
    [
        .. store.Rows.Under(LiteDbSchema.Reminders, person.Value).OrderBy(row => row["due"].AsInt64)
            .Select(row => new Reminder(row["_id"].AsString[(person.Value.Length + 1)..], row["subject"], new DateTimeOffset(row["due"].AsInt64, TimeSpan.Zero))),
    ]);

    /// <summary>Puts, moves and takes away reminders, inside the turn's transaction.</summary>
    public static void Put(Draft draft, Conversation conversation, IReadOnlyList<Reminder> reminders)
    {
        foreach (var reminder in reminders)
        {
            var id = $"{conversation.Person.Value}/{reminder.Key}";
            if (reminder.DueAt is { } due)
                draft.Put(LiteDbSchema.Reminders, StoredRow.Of(
                    id, RowField.Text("person", conversation.Person.Value), RowField.Text("subject", reminder.Subject), RowField.Long("due", due.UtcTicks)));
            else
                draft.Delete(LiteDbSchema.Reminders, id);
        }
    }

    // One that was moved since it was read stays where it is now.
    Waiting? Fire(Draft draft, BsonDocument row)
    {
        if (draft.Find(LiteDbSchema.Reminders, row["_id"]) is not { } now || now["due"].AsInt64 != row["due"].AsInt64)
            return null;
        draft.Delete(LiteDbSchema.Reminders, row["_id"]);
        var inbound = ToInbound(draft, row);
        return inbox.Put(draft, StoredKeys.Of(inbound), new PersonId(row["person"]), inbound);
    }

    // Its id is new each time: taking its row away keeps it from coming twice, and after the clock was set back the same may be due at the same moment once more.
    Inbound ToInbound(Draft draft, BsonDocument row)
    {
        var conversation = draft.Find(LiteDbSchema.Conversations, row["person"])
            ?? throw new InvalidDataException($"A reminder without a conversation: {row["person"].AsString}.");
        var due = row["due"].AsInt64;
        return new Inbound(
            StoredJson.Read<Conversation>(conversation["is"]).Address,
            string.Create(CultureInfo.InvariantCulture, $"due|{due}|{row["_id"].AsString}|{inbox.NewId(clock.GetUtcNow()):N}"),
            Said.Due(row["subject"]),
            new DateTimeOffset(due, TimeSpan.Zero));
    }
}
