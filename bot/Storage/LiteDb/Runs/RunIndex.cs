using System.Buffers;
using System.Buffers.Binary;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>Where the blocks of a run begin, and from which key on.</summary>
/// <remarks>Kept in memory as it lies on disk: for each block the position, the length of the key and the key.</remarks>
sealed class RunIndex
{
    const int Head = sizeof(long) + sizeof(ushort);

    readonly byte[] bytes;
    readonly int[] starts;

    /// <param name="bytes">As it lies on disk.</param>
    /// <param name="end">Where the last block ends.</param>
    public RunIndex(byte[] bytes, long end)
    {
        (this.bytes, End) = (bytes, end);
        var count = 0;
        for (var at = 0; at < bytes.Length; at = Next(at))
            count++;
        starts = new int[count];
        for (var (at, block) = (0, 0); at < bytes.Length; at = Next(at), block++)
            starts[block] = at;
    }

    /// <summary>Where the last block ends.</summary>
    public long End { get; }

    public int Blocks => starts.Length;

    public (long Position, int Length) Place(int block) =>
        (Position(block), (int)((block + 1 < starts.Length ? Position(block + 1) : End) - Position(block)));

    /// <summary>The block that has the key when any has it.</summary>
    public int BlockOf(ReadOnlySpan<byte> key)
    {
        var (low, high) = (0, starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Key(middle).SequenceCompareTo(key) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>Adds a block behind those that are there.</summary>
    /// <param name="before">The last key of the block before; empty when there is none.</param>
    /// <param name="first">Its own first key: of it so much is kept as tells them apart.</param>
    public static void Write(ArrayBufferWriter<byte> index, long position, ReadOnlySpan<byte> before, ReadOnlySpan<byte> first)
    {
        var key = first[..Math.Min(first.Length, before.CommonPrefixLength(first) + 1)];
        var span = index.GetSpan(Head + key.Length);
        BinaryPrimitives.WriteInt64LittleEndian(span, position);
        BinaryPrimitives.WriteUInt16LittleEndian(span[sizeof(long)..], (ushort)key.Length);
        key.CopyTo(span[Head..]);
        index.Advance(Head + key.Length);
    }

    int Next(int at) => at + Head + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + sizeof(long)));

    long Position(int block) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(starts[block]));

    ReadOnlySpan<byte> Key(int block) => bytes.AsSpan(starts[block] + Head, BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(starts[block] + sizeof(long))));
}
