using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>A run that cannot be read: it is damaged, or is not there.</summary>
sealed class RunDamagedException(string name, string what) : Exception($"{name} is damaged: {what}.");

/// <summary>Rows in the order of their keys, in a file that never changes once it is written; deletions too, of what older runs have.</summary>
/// <remarks>On disk: blocks of entries, each with a check sum; then the index, the filter, and the end, which says where they are.</remarks>
sealed class Run : IDisposable
{
    /// <summary>Bytes of the end: mark, rows, owners, where the index begins, its length, the filter's length, check sum of index and filter, check sum of the end.</summary>
    public const int EndBytes = 56;

    /// <summary>Bytes of a block's check sum, which stands behind its entries.</summary>
    public const int SumBytes = sizeof(uint);

    const int Summed = EndBytes - sizeof(uint);
    const string Start = "rows-", Suffix = ".run";

    readonly IDiskFile file;
    readonly RunIndex index;
    readonly RunFilter filter;

    Run(IDiskFile file, long number, RunEnd end, RunIndex index, RunFilter filter)
    {
        (this.file, Number, this.index, this.filter) = (file, number, index, filter);
        (Rows, Owners, Bytes) = (end.Rows, end.Owners, end.Bytes);
    }

    public static ReadOnlySpan<byte> Mark => "RBCROWS1"u8;

    /// <summary>No two runs of a store ever have the same.</summary>
    public long Number { get; }

    /// <summary>How many entries it has.</summary>
    public long Rows { get; }

    /// <summary>At most so many owners have rows in it.</summary>
    public long Owners { get; }

    /// <summary>Length of the file.</summary>
    public long Bytes { get; }

    public int Blocks => index.Blocks;

    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Start}{number:D10}{Suffix}");

    /// <summary>The number of a run's file; null when the name is none.</summary>
    public static long? NumberOf(string name) =>
        name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(Start.Length, Math.Max(0, name.Length - Start.Length - Suffix.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <exception cref="RunDamagedException">It is not whole.</exception>
    public static Run Open(IDisk disk, long number)
    {
        var name = NameOf(number);
        if (!disk.Names().Contains(name))
            throw new RunDamagedException(name, "it is missing");
        var file = disk.Open(name);
        try
        {
            return Open(file, number);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A run that was written just now.</summary>
    /// <param name="file">It is the run's from now on.</param>
    public static Run Of(IDiskFile file, long number, RunEnd end, RunIndex index, RunFilter filter) => new(file, number, end, index, filter);

    /// <summary>Whether it may have rows of the owner.</summary>
    public bool MayHave(ReadOnlySpan<byte> owner) => filter.MayHave(owner);

    /// <summary>Whether it knows the row; null when it knows that it was deleted.</summary>
    public bool TryFind(ReadOnlySpan<byte> key, out byte[]? row)
    {
        row = null;
        if (Blocks == 0 || !MayHave(RowKey.Owner(key)))
            return false;
        var block = index.BlockOf(key);
        // As long as the block: a row longer than usual makes the block longer too, and only what was rented may go back.
        var rented = ArrayPool<byte>.Shared.Rent(index.Place(block).Length);
        var buffer = rented;
        var isThere = RunEntry.TryFind(buffer.AsSpan(0, Read(block, ref buffer)), key, out row);
        ArrayPool<byte>.Shared.Return(rented);
        return isThere;
    }

    /// <summary>The block that has the key when any has it.</summary>
    public int BlockOf(ReadOnlySpan<byte> key) => index.BlockOf(key);

    /// <summary>Reads a block into a buffer, which is made longer when it must; gives the length of its entries.</summary>
    /// <exception cref="RunDamagedException">It is not what was written.</exception>
    public int Read(int block, ref byte[] buffer)
    {
        var (position, length) = index.Place(block);
        if (buffer.Length < length)
            buffer = new byte[length];
        var bytes = buffer.AsSpan(0, length);
        var entries = length - SumBytes;
        if (file.Read(bytes, position) < length || CheckSum.Of(bytes[..entries]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[entries..]))
            throw new RunDamagedException(NameOf(Number), $"its block at byte {position} is not what was written");
        return entries;
    }

    public void Flush() => file.Flush();

    public void Dispose() => file.Dispose();

    static Run Open(IDiskFile file, long number)
    {
        Span<byte> end = stackalloc byte[EndBytes];
        var length = file.Length;
        if (length < EndBytes || file.Read(end, length - EndBytes) < EndBytes || !end.StartsWith(Mark)
            || CheckSum.Of(end[..Summed]) != BinaryPrimitives.ReadUInt32LittleEndian(end[Summed..]))
            throw new RunDamagedException(NameOf(number), "it has no end");
        var (at, indexBytes, filterBytes) = (Number64(end, 24), (int)Number64(end, 32), (int)Number64(end, 40));
        var tables = new byte[indexBytes + filterBytes];
        if (file.Read(tables, at) < tables.Length || CheckSum.Of(tables) != BinaryPrimitives.ReadUInt32LittleEndian(end[48..]))
            throw new RunDamagedException(NameOf(number), "its index is not what was written");
        return new Run(
            file, number, new RunEnd(Number64(end, 8), Number64(end, 16), length), new RunIndex(tables[..indexBytes], at), RunFilter.Of(tables.AsSpan(indexBytes)));
    }

    static long Number64(ReadOnlySpan<byte> end, int at) => BinaryPrimitives.ReadInt64LittleEndian(end[at..]);
}

/// <summary>What the end of a run says of it.</summary>
/// <param name="Bytes">Length of the file.</param>
readonly record struct RunEnd(long Rows, long Owners, long Bytes);
