using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A message of the outbox as a row.</summary>
static class SendingRow
{
    /// <param name="message">The message as JSON.</param>
    public static StoredRow Write(Sending sending, string reason, byte[] message) => sending.Attempts.Count > 0
        ? StoredRow.Of(sending.Id, [.. Fields(sending, reason, message), RowField.Text("attempts", StoredAttempts.Write(sending.Attempts))])
        : StoredRow.Of(sending.Id, Fields(sending, reason, message));

    public static Sending Read(BsonDocument row) => new(
        row["_id"],
        new Address(row["channel"], row["to"]),
        row["number"].AsInt64,
        StoredJson.Read<Outbound>(row["message"]),
        Enum.Parse<SendState>(row["state"]),
        row["tries"],
        new DateTimeOffset(row["due"].AsInt64, TimeSpan.Zero),
        row["sent"])
    {
        Attempts = row["attempts"].IsString ? StoredAttempts.Read(row["attempts"]) : [],
    };

    static RowField[] Fields(Sending sending, string reason, byte[] message) =>
    [
        RowField.Text("channel", sending.To.Channel),
        RowField.Text("to", sending.To.Value),
        RowField.Long("number", sending.Number),
        RowField.Text("state", sending.State.ToString()),
        RowField.Number("tries", sending.Tries),
        RowField.Long("due", sending.DueAt.UtcTicks),
        RowField.Text("sent", sending.ChannelMessageId),
        RowField.Text("reason", CleanText.Of(reason)),
        RowField.Text("message", message),
    ];
}
