using System.Buffers;
using System.Buffers.Binary;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>An entry of a block: the key's length, the row's, -1 for a deletion, then both.</summary>
static class RunEntry
{
    const int Head = sizeof(ushort) + sizeof(int);

    public static void Write(ArrayBufferWriter<byte> bytes, ReadOnlySpan<byte> key, ReadOnlySpan<byte> row, bool isDeletion)
    {
        var span = bytes.GetSpan(Head + key.Length + row.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(span, checked((ushort)key.Length));
        BinaryPrimitives.WriteInt32LittleEndian(span[sizeof(ushort)..], isDeletion ? -1 : row.Length);
        key.CopyTo(span[Head..]);
        row.CopyTo(span[(Head + key.Length)..]);
        bytes.Advance(Head + key.Length + row.Length);
    }

    public static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> entry) => entry.Slice(Head, KeyBytes(entry));

    /// <summary>Empty for a deletion.</summary>
    public static ReadOnlySpan<byte> Row(ReadOnlySpan<byte> entry) => entry.Slice(Head + KeyBytes(entry), Math.Max(0, RowBytes(entry)));

    public static bool IsDeletion(ReadOnlySpan<byte> entry) => RowBytes(entry) < 0;

    public static int Length(ReadOnlySpan<byte> entry) => Head + KeyBytes(entry) + Math.Max(0, RowBytes(entry));

    /// <summary>Looks for a key among the entries of a block; the row is null when it was deleted.</summary>
    public static bool TryFind(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> key, out byte[]? row)
    {
        for (; entries.Length > 0; entries = entries[Length(entries)..])
        {
            var order = Key(entries).SequenceCompareTo(key);
            if (order < 0)
                continue;
            row = order > 0 || IsDeletion(entries) ? null : Row(entries).ToArray();
            return order == 0;
        }
        row = null;
        return false;
    }

    static int KeyBytes(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt16LittleEndian(entry);

    static int RowBytes(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt32LittleEndian(entry[sizeof(ushort)..]);
}
