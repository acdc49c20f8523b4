using System.Buffers.Binary;
using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A row as the journal has it: BSON, made once. A row that lies in memory as a tree of values costs the collector more than all else that the store does.</summary>
/// <param name="IsSealed">Whether what is secret in it is sealed already.</param>
readonly record struct StoredRow(string Id, byte[] Bytes, bool IsSealed = false)
{
    const int LengthBytes = 4;

    public static StoredRow Of(BsonDocument row) => new(row["_id"].AsString, BsonSerializer.Serialize(row));

    /// <summary>The same of fields that are known when we build.</summary>
    public static StoredRow Of(string id, params ReadOnlySpan<RowField> fields)
    {
        var key = RowField.Text("_id", id);
        var size = LengthBytes + key.Size + 1;
        foreach (var field in fields)
            size += field.Size;
        var bytes = new byte[size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, size);
        var rest = key.WriteTo(bytes.AsSpan(LengthBytes));
        foreach (var field in fields)
            rest = field.WriteTo(rest);
        rest[0] = 0;
        return new StoredRow(id, bytes);
    }

    public static BsonDocument Read(byte[] bytes) => BsonSerializer.Deserialize(bytes, utcDate: true);

    /// <summary>Rows that were written one behind the other.</summary>
    public static IEnumerable<BsonDocument> ReadAll(byte[] many)
    {
        for (var at = 0; at < many.Length; at += BinaryPrimitives.ReadInt32LittleEndian(many.AsSpan(at)))
            yield return Read(many[at..(at + BinaryPrimitives.ReadInt32LittleEndian(many.AsSpan(at)))]);
    }
}
