using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A message of the outbox as a row.</summary>
static class SendingRow
{
    public static BsonDocument Write(Sending sending, string reason) => new()
    {
        ["_id"] = sending.Id,
        ["channel"] = sending.To.Channel,
        ["to"] = sending.To.Value,
        ["number"] = sending.Number,
        ["state"] = sending.State.ToString(),
        ["tries"] = sending.Tries,
        ["due"] = sending.DueAt.UtcTicks,
        ["sent"] = sending.ChannelMessageId,
        ["reason"] = CleanText.Of(reason),
        ["message"] = StoredJson.Write(sending.Message),
    };

    public static Sending Read(BsonDocument row) => new(
        row["_id"],
        new Address(row["channel"], row["to"]),
        row["number"].AsInt64,
        StoredJson.Read<Outbound>(row["message"]),
        Enum.Parse<SendState>(row["state"]),
        row["tries"],
        new DateTimeOffset(row["due"].AsInt64, TimeSpan.Zero),
        row["sent"]);
}
