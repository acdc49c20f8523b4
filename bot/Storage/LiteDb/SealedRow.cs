using System.Buffers.Binary;
using System.Collections.Frozen;
using LiteDB;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows whose secret fields are sealed together in one field, before they reach the journal; what rows are found by stays readable.</summary>
/// <remarks>Done on the bytes: trees of values would cost more than the sealing itself.</remarks>
static class SealedRow
{
    const string Field = "sealed";
    const int LengthBytes = 4;

    /// <summary>Fields that tell who somebody is, how she is reached, or what was said.</summary>
    static readonly FrozenDictionary<string, string[]> Secrets = new Dictionary<string, string[]>
    {
        [LiteDbSchema.Addresses] = ["value"],
        [LiteDbSchema.Waiting] = ["inbound"],
        [LiteDbSchema.Aside] = ["inbound", "payload", "reason"],
        [LiteDbSchema.Conversations] = ["is"],
        [LiteDbSchema.Sessions] = ["is"],
        [LiteDbSchema.Facts] = ["facts"],
        [LiteDbSchema.Outbox] = ["to", "sent", "reason", "message", "attempts"],
        [LiteDbSchema.Early] = ["sent", "ours", "reason"],
        [LiteDbSchema.Enrolments] = ["is"],
        [LiteDbSchema.Administrators] = ["is"],
        [LiteDbSchema.Selections] = ["is"],
        [LiteDbSchema.Erasures] = ["is"],
        [LiteDbSchema.Breaches] = ["is"],
        [LiteDbSchema.Register] = ["is"],
        [LiteDbSchema.Identities] = ["facts"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row with its secret fields sealed; as it is when it has none.</summary>
    public static StoredRow Seal(Vault vault, string collection, StoredRow row) =>
        row.IsSealed || !Secrets.TryGetValue(collection, out var names) ? row : Seal(vault, Place(collection, row.Id), names, row);

    /// <summary>The row as it was before it was sealed; one that was not is as it is.</summary>
    public static BsonDocument Open(Vault vault, string collection, BsonDocument row)
    {
        if (!row[Field].IsBinary)
            return row;
        var secret = StoredRow.Read(vault.Open(Place(collection, row["_id"].AsString), row[Field].AsBinary));
        row.Remove(Field);
        foreach (var (name, value) in secret)
            row[name] = value;
        return row;
    }

    static StoredRow Seal(Vault vault, string place, string[] names, StoredRow row)
    {
        var (open, secret) = (new byte[row.Bytes.Length], new byte[row.Bytes.Length]);
        var (openEnd, secretEnd) = (LengthBytes, LengthBytes);
        for (var at = LengthBytes; row.Bytes[at] != 0;)
        {
            var element = row.Bytes.AsSpan(at, RowElement.Bytes(row.Bytes.AsSpan(at), out var name));
            ref var end = ref IsSecret(name, names) ? ref secretEnd : ref openEnd;
            element.CopyTo((IsSecret(name, names) ? secret : open).AsSpan(end));
            end += element.Length;
            at += element.Length;
        }
        if (secretEnd == LengthBytes)
            return row;
        var bytes = vault.Seal(place, Ended(secret, secretEnd));
        var field = RowField.Binary(Field, bytes);
        var sealed_ = new byte[openEnd + field.Size + 1];
        open.AsSpan(0, openEnd).CopyTo(sealed_);
        field.WriteTo(sealed_.AsSpan(openEnd));
        Ended(sealed_, sealed_.Length - 1);
        return new StoredRow(row.Id, sealed_, IsSealed: true);
    }

    // A document is its length, its elements and a zero.
    static ReadOnlySpan<byte> Ended(byte[] bytes, int end)
    {
        bytes[end] = 0;
        BinaryPrimitives.WriteInt32LittleEndian(bytes, end + 1);
        return bytes.AsSpan(0, end + 1);
    }

    static bool IsSecret(ReadOnlySpan<byte> name, string[] names)
    {
        foreach (var one in names)
            if (System.Text.Ascii.Equals(name, one))
                return true;
        return false;
    }

    static string Place(string collection, string id) => $"{collection}/{id}";
}
