using System.Buffers.Binary;
using System.Text;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>One field of a row, as BSON has it (bsonspec.org, version 1.1).</summary>
/// <remarks>For the rows that every turn writes: LiteDB's own way, by a tree of values, takes several times the processor and the memory (decision 24).</remarks>
readonly struct RowField
{
    const byte OfText = 0x02, OfBytes = 0x05, OfFlag = 0x08, OfNothing = 0x0A, OfNumber = 0x10, OfLong = 0x12;
    const int LengthBytes = 4;

    readonly string name;
    readonly byte type;
    readonly long number;
    readonly string? words;
    readonly byte[]? bytes;

    RowField(string name, byte type, long number = 0, string? words = null, byte[]? bytes = null) =>
        (this.name, this.type, this.number, this.words, this.bytes) = (name, type, number, words, bytes);

    /// <summary>Bytes that it takes.</summary>
    public int Size => 1 + name.Length + 1 + type switch
    {
        OfText => LengthBytes + Length + 1,
        OfBytes => LengthBytes + 1 + Length,
        OfFlag => 1,
        OfNothing => 0,
        OfNumber => sizeof(int),
        _ => sizeof(long),
    };

    int Length => bytes?.Length ?? Encoding.UTF8.GetByteCount(words ?? "");

    public static RowField Text(string name, string? value) => new(name, value is null ? OfNothing : OfText, words: value);

    /// <param name="utf8">The text as UTF-8.</param>
    public static RowField Text(string name, byte[] utf8) => new(name, OfText, bytes: utf8);

    public static RowField Binary(string name, byte[] value) => new(name, OfBytes, bytes: value);

    public static RowField Flag(string name, bool value) => new(name, OfFlag, value ? 1 : 0);

    public static RowField Number(string name, int value) => new(name, OfNumber, value);

    public static RowField Long(string name, long value) => new(name, OfLong, value);

    /// <summary>Writes it at the beginning of a span; gives what is left of the span.</summary>
    public Span<byte> WriteTo(Span<byte> to)
    {
        to[0] = type;
        var at = 1 + Encoding.UTF8.GetBytes(name, to[1..]);
        to[at++] = 0;
        at += WriteValue(to[at..]);
        return to[at..];
    }

    int WriteValue(Span<byte> to)
    {
        switch (type)
        {
            case OfText:
                BinaryPrimitives.WriteInt32LittleEndian(to, Length + 1);
                WriteContent(to[LengthBytes..])[0] = 0;
                return LengthBytes + Length + 1;
            case OfBytes:
                BinaryPrimitives.WriteInt32LittleEndian(to, Length);
                to[LengthBytes] = 0; // of no special kind
                WriteContent(to[(LengthBytes + 1)..]);
                return LengthBytes + 1 + Length;
            case OfFlag:
                to[0] = (byte)number;
                return 1;
            case OfNothing:
                return 0;
            case OfNumber:
                BinaryPrimitives.WriteInt32LittleEndian(to, (int)number);
                return sizeof(int);
            default:
                BinaryPrimitives.WriteInt64LittleEndian(to, number);
                return sizeof(long);
        }
    }

    Span<byte> WriteContent(Span<byte> to)
    {
        if (bytes is null)
            return to[Encoding.UTF8.GetBytes(words ?? "", to)..];
        bytes.CopyTo(to);
        return to[bytes.Length..];
    }
}
