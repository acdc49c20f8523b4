using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>What one group of writes changed, all of it or nothing.</summary>
/// <param name="Sequence">1, 2, 3 … without a gap.</param>
/// <param name="At">When it was written.</param>
/// <remarks>On disk: length and CRC-32C of what follows, then sequence, ticks, and the changes: collection, id, length of the row and the row as BSON; length 0 is a deletion.</remarks>
sealed record JournalRecord(long Sequence, DateTimeOffset At, IReadOnlyList<Change> Changes)
{
    /// <summary>Bytes before the content: length and check sum.</summary>
    public const int Head = 8;

    /// <summary>Bytes of a record without any change.</summary>
    public const int Least = Head + 16;

    /// <summary>Writes the record's bytes behind what is there.</summary>
    public void WriteTo(ArrayBufferWriter<byte> bytes)
    {
        var start = bytes.WrittenCount;
        bytes.Advance(bytes.GetSpan(Least)[..Least].Length);
        foreach (var change in Changes)
            Write(bytes, change);
        var record = MemoryMarshal.AsMemory(bytes.WrittenMemory).Span[start..];
        BinaryPrimitives.WriteInt64LittleEndian(record[Head..], Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(record[(Head + 8)..], At.UtcTicks);
        BinaryPrimitives.WriteInt32LittleEndian(record, record.Length - Head);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], CheckSum.Of(record[Head..]));
    }

    /// <summary>The record that the bytes begin with, and its length; null when they begin with none that is whole.</summary>
    public static (JournalRecord Record, int Length)? Read(ReadOnlySpan<byte> bytes) =>
        Length(bytes) is { } length ? (Content(bytes[Head..length]), length) : null;

    /// <summary>Length of the whole record that the bytes begin with, its head included; null when there is none.</summary>
    public static int? Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Least)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length < Least - Head || length > bytes.Length - Head)
            return null;
        return CheckSum.Of(bytes.Slice(Head, length)) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) ? length + Head : null;
    }

    static JournalRecord Content(ReadOnlySpan<byte> content)
    {
        var (sequence, ticks) = (BinaryPrimitives.ReadInt64LittleEndian(content), BinaryPrimitives.ReadInt64LittleEndian(content[8..]));
        List<Change> changes = [];
        for (content = content[16..]; content.Length > 0;)
        {
            var (collection, id) = (content[0], BinaryPrimitives.ReadUInt16LittleEndian(content[1..]));
            var row = BinaryPrimitives.ReadInt32LittleEndian(content[(3 + id)..]);
            changes.Add(new Change(
                collection,
                Encoding.UTF8.GetString(content.Slice(3, id)),
                row == 0 ? null : content.Slice(7 + id, row).ToArray()));
            content = content[(7 + id + row)..];
        }
        return new JournalRecord(sequence, new DateTimeOffset(ticks, TimeSpan.Zero), changes);
    }

    static void Write(ArrayBufferWriter<byte> bytes, Change change)
    {
        var row = change.Row ?? [];
        var id = Encoding.UTF8.GetByteCount(change.Id);
        var span = bytes.GetSpan(7 + id + row.Length);
        span[0] = (byte)change.Collection;
        BinaryPrimitives.WriteUInt16LittleEndian(span[1..], checked((ushort)id));
        Encoding.UTF8.GetBytes(change.Id, span[3..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[(3 + id)..], row.Length);
        row.CopyTo(span[(7 + id)..]);
        bytes.Advance(7 + id + row.Length);
    }
}
