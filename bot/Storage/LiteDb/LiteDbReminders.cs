using System.Globalization;
using LiteDB;
using LiteDB.Engine;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reminders, a row for each person and key, found by their time.</summary>
sealed class LiteDbReminders(LiteDbStore store) : IReminders
{
    const int MostAtOnce = 500;

    public Task<IReadOnlyList<Inbound>> DueAsync(DateTimeOffset now, CancellationToken stop)
    {
        var query = LiteDbRows.Where("due <= @0", now.UtcTicks);
        (query.OrderBy, query.Limit) = (BsonExpression.Create("due"), MostAtOnce);
        return Task.FromResult<IReadOnlyList<Inbound>>([.. store.Read(LiteDbSchema.Reminders, query).Select(ToInbound)]);
    }

    public Task DoneAsync(Inbound inbound, CancellationToken stop)
    {
        var parts = inbound.ExternalId.Split('|', 3);
        var (due, id) = (long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        return store.WriteAsync(
            engine =>
            {
                if (LiteDbRows.Find(engine, LiteDbSchema.Reminders, id) is { } row && row["due"].AsInt64 == due)
                    LiteDbRows.Delete(engine, LiteDbSchema.Reminders, id);
            },
            stop);
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

    Inbound ToInbound(BsonDocument row)
    {
        var conversation = store.Find(LiteDbSchema.Conversations, row["person"])
            ?? throw new InvalidDataException($"A reminder without a conversation: {row["person"].AsString}.");
        var due = row["due"].AsInt64;
        return new Inbound(
            StoredJson.Read<Conversation>(conversation["is"]).Address,
            string.Create(CultureInfo.InvariantCulture, $"due|{due}|{row["_id"].AsString}"),
            Said.Due(row["subject"]),
            new DateTimeOffset(due, TimeSpan.Zero));
    }
}
