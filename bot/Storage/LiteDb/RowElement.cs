using System.Buffers.Binary;
using System.Text;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Reads the fields of a row from its bytes (bsonspec.org, version 1.1), without making a tree of values.</summary>
static class RowElement
{
    const int LengthBytes = 4;
    const byte OfText = 0x02, OfLong = 0x12;

    /// <summary>Bytes of the element that the bytes begin with: type, name and value.</summary>
    public static int Bytes(ReadOnlySpan<byte> element, out ReadOnlySpan<byte> name)
    {
        name = element[1..][..element[1..].IndexOf((byte)0)];
        var value = 1 + name.Length + 1;
        return value + element[0] switch
        {
            0x01 or 0x09 or OfLong => sizeof(long),
            OfText => LengthBytes + BinaryPrimitives.ReadInt32LittleEndian(element[value..]),
            0x03 or 0x04 => BinaryPrimitives.ReadInt32LittleEndian(element[value..]),
            0x05 => LengthBytes + 1 + BinaryPrimitives.ReadInt32LittleEndian(element[value..]),
            0x07 => 12,
            0x08 => 1,
            0x10 => sizeof(int),
            0x13 => 16,
            0x0A or 0x7F or 0xFF => 0,
            var type => throw new InvalidDataException($"A field of type {type} is not known."),
        };
    }

    /// <summary>The text of a field; null when there is no such field, or it is no text.</summary>
    public static string? Text(ReadOnlySpan<byte> row, string name) =>
        Value(row, name, OfText) is { Length: > LengthBytes } value ? Encoding.UTF8.GetString(value[LengthBytes..^1]) : null;

    /// <summary>The number of a field; null when there is no such field, or it is no long number.</summary>
    public static long? Long(ReadOnlySpan<byte> row, string name) =>
        Value(row, name, OfLong) is { Length: sizeof(long) } value ? BinaryPrimitives.ReadInt64LittleEndian(value) : null;

    static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> row, string name, byte type)
    {
        for (var rest = row[LengthBytes..]; rest[0] != 0;)
        {
            var element = rest[..Bytes(rest, out var its)];
            if (Ascii.Equals(its, name))
                return element[0] == type ? element[(1 + its.Length + 1)..] : [];
            rest = rest[element.Length..];
        }
        return [];
    }
}
