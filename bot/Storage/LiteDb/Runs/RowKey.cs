using System.Text;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>By what rows are ordered in a run: the place of their collection, then their id; behind all of them the entries of indexes.</summary>
static class RowKey
{
    /// <summary>The first byte of an index's entries: collections lie below.</summary>
    public const byte FirstIndex = 128;

    public static byte[] Of(int collection, string id)
    {
        var key = new byte[1 + Encoding.UTF8.GetByteCount(id)];
        key[0] = (byte)collection;
        Encoding.UTF8.GetBytes(id, key.AsSpan(1));
        return key;
    }

    public static bool IsEntry(ReadOnlySpan<byte> key) => key[0] >= FirstIndex;

    public static string IdIn(ReadOnlySpan<byte> key) => Encoding.UTF8.GetString(key[1..]);

    /// <summary>Whose row it is: all before the number or the name behind the last stroke.</summary>
    public static ReadOnlySpan<byte> Owner(ReadOnlySpan<byte> key) => key.LastIndexOf((byte)'/') is > 0 and var at ? key[..at] : key;
}
