using System.Globalization;
using LiteDB;
using LiteDB.Engine;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reminders, a row for each person and key, found by their time.</summary>
sealed class LiteDbReminders(LiteDbStore store, LiteDbInbox inbox) : IReminders
{
    const int MostAtOnce = 500;

    public async Task<int> FireAsync(DateTimeOffset now, CancellationToken stop)
    {
        var query = LiteDbRows.Where("due <= @0", now.UtcTicks);
        (query.OrderBy, query.Limit) = (BsonExpression.Create("due"), MostAtOnce);
        List<Waiting?> taken = [];
        var due = store.Read(LiteDbSchema.Reminders, query);
        if (due.Count > 0)
            await store.WriteAsync(engine => taken = [.. due.Select(row => Fire(engine, row))], () => taken.ForEach(inbox.Queue), stop);
        return taken.Count(one => one is not null);
    }

    /// <summary>Puts, moves and takes away reminders, inside the turn's transaction.</summary>
    public static void Put(ILiteEngine engine, Conversation conversation, IReadOnlyList<Reminder> reminders)
    {
        foreach (var reminder in reminders)
        {
            var id = $"{conversation.Person.Value}/{reminder.Key}";
            if (reminder.DueAt is { } due)
                LiteDbRows.Put(engine, LiteDbSchema.Reminders, new BsonDocument
                {
                    ["_id"] = id,
                    ["person"] = conversation.Person.Value,
                    ["subject"] = reminder.Subject,
                    ["due"] = due.UtcTicks,
                });
            else
                LiteDbRows.Delete(engine, LiteDbSchema.Reminders, id);
        }
    }

    // One that was moved since it was read stays where it is now.
    Waiting? Fire(ILiteEngine engine, BsonDocument row)
    {
        if (LiteDbRows.Find(engine, LiteDbSchema.Reminders, row["_id"]) is not { } now || now["due"].AsInt64 != row["due"].AsInt64)
            return null;
        LiteDbRows.Delete(engine, LiteDbSchema.Reminders, row["_id"]);
        return inbox.Take(engine, ToInbound(engine, row));
    }

    static Inbound ToInbound(ILiteEngine engine, BsonDocument row)
    {
        var conversation = LiteDbRows.Find(engine, LiteDbSchema.Conversations, row["person"])
            ?? throw new InvalidDataException($"A reminder without a conversation: {row["person"].AsString}.");
        var due = row["due"].AsInt64;
        return new Inbound(
            StoredJson.Read<Conversation>(conversation["is"]).Address,
            string.Create(CultureInfo.InvariantCulture, $"due|{due}|{row["_id"].AsString}"),
            Said.Due(row["subject"]),
            new DateTimeOffset(due, TimeSpan.Zero));
    }
}
