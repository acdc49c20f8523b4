using System.Buffers.Binary;
using System.Globalization;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>One file of the journal.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="First">Sequence of its first record.</param>
/// <param name="Before">How many bytes of the segment before it count: what a failed write left behind those does not.</param>
readonly record struct JournalSegment(long Number, long First, long Before)
{
    /// <summary>Where the records begin.</summary>
    public const int Head = 64;

    const int Summed = 32;
    const string Start = "journal-", End = ".log";

    static ReadOnlySpan<byte> Mark => "RBCJRNL1"u8;

    public string Name => NameOf(Number);

    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Start}{number:D10}{End}");

    /// <summary>The number in a segment's name; null when it is no segment's.</summary>
    public static long? NumberOf(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal)
        && long.TryParse(name[Start.Length..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void WriteTo(IDiskFile file)
    {
        Span<byte> head = stackalloc byte[Head];
        head.Clear();
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], Number);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], First);
        BinaryPrimitives.WriteInt64LittleEndian(head[24..], Before);
        BinaryPrimitives.WriteUInt32LittleEndian(head[Summed..], CheckSum.Of(head[..Summed]));
        file.Write(head, 0);
    }

    /// <summary>The segment of the file; null when it was never finished being made.</summary>
    public static JournalSegment? Read(IDiskFile file)
    {
        Span<byte> head = stackalloc byte[Head];
        if (file.Read(head, 0) < Head || !head.StartsWith(Mark) || BinaryPrimitives.ReadUInt32LittleEndian(head[Summed..]) != CheckSum.Of(head[..Summed]))
            return null;
        return new JournalSegment(
            BinaryPrimitives.ReadInt64LittleEndian(head[8..]), BinaryPrimitives.ReadInt64LittleEndian(head[16..]), BinaryPrimitives.ReadInt64LittleEndian(head[24..]));
    }
}
