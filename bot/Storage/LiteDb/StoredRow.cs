using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A row as the journal has it: BSON, made once. A row that lies in memory as a tree of values costs the collector more than all else that the store does.</summary>
readonly record struct StoredRow(string Id, byte[] Bytes)
{
    public static StoredRow Of(BsonDocument row) => new(row["_id"].AsString, BsonSerializer.Serialize(row));

    public static BsonDocument Read(byte[] bytes) => BsonSerializer.Deserialize(bytes, utcDate: true);
}
