using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Runs;

/// <summary>A run on its way to the disk. It counts only once a list names it, so that half a run harms nobody.</summary>
sealed class RunWriting : IDisposable
{
    /// <summary>Most blocks are no longer, with their last entry and their check sum.</summary>
    public const int UsualBytes = 2 * BlockBytes;

    // Larger ones make a search read more, smaller ones make the index larger.
    const int BlockBytes = 8 * 1024;

    const int PieceBytes = 256 * 1024;

    readonly IDisk disk;
    readonly IDiskFile file;
    readonly long number;
    readonly RunFilter filter;
    readonly ArrayBufferWriter<byte> piece = new(PieceBytes + (4 * BlockBytes)), index = new();
    byte[] last = [], lastOfBlock = [], owner = [];
    int lastLength, ownerLength;
    long written, rows, owners;
    int blockStart;
    bool isFinished;

    /// <param name="owners">At most so many owners' rows will come.</param>
    public RunWriting(IDisk disk, long number, long owners)
    {
        (this.disk, this.number, filter) = (disk, number, RunFilter.For(owners));
        file = disk.Open(Run.NameOf(number));
    }

    /// <summary>Adds an entry; keys come in their order.</summary>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> row, bool isDeletion)
    {
        if (piece.WrittenCount == blockStart)
            RunIndex.Write(index, written + blockStart, lastOfBlock, key);
        RunEntry.Write(piece, key, row, isDeletion);
        Keep(key, ref last, ref lastLength);
        Count(key);
        if (piece.WrittenCount - blockStart >= BlockBytes)
            EndBlock();
    }

    /// <summary>Writes what is left; the run can be read now, and is not flushed.</summary>
    public Run Finish()
    {
        EndBlock();
        WritePiece();
        var (at, sums) = (written, new byte[index.WrittenCount + filter.Bytes.Length]);
        index.WrittenSpan.CopyTo(sums);
        filter.Bytes.CopyTo(sums.AsSpan(index.WrittenCount));
        file.Write(sums, at);
        var end = End(at, filter.Bytes.Length, CheckSum.Of(sums));
        file.Write(end, at + sums.Length);
        isFinished = true;
        return Run.Of(file, number, new RunEnd(rows, owners, at + sums.Length + end.Length), new RunIndex(index.WrittenSpan.ToArray(), at), filter);
    }

    /// <summary>Takes away what was not finished.</summary>
    public void Dispose()
    {
        if (isFinished)
            return;
        file.Dispose();
        disk.Delete(Run.NameOf(number));
    }

    void Count(ReadOnlySpan<byte> key)
    {
        rows++;
        if (RowKey.IsEntry(key) || owner.AsSpan(0, ownerLength).SequenceEqual(RowKey.Owner(key)))
            return;
        Keep(RowKey.Owner(key), ref owner, ref ownerLength);
        filter.Add(RowKey.Owner(key));
        owners++;
    }

    void EndBlock()
    {
        var block = piece.WrittenCount - blockStart;
        if (block == 0)
            return;
        BinaryPrimitives.WriteUInt32LittleEndian(piece.GetSpan(Run.SumBytes), CheckSum.Of(MemoryMarshal.AsMemory(piece.WrittenMemory).Span[blockStart..]));
        piece.Advance(Run.SumBytes);
        lastOfBlock = last[..lastLength];
        blockStart = piece.WrittenCount;
        if (blockStart >= PieceBytes)
            WritePiece();
    }

    void WritePiece()
    {
        if (piece.WrittenCount == 0)
            return;
        file.Write(piece.WrittenSpan, written);
        written += piece.WrittenCount;
        piece.ResetWrittenCount();
        blockStart = 0;
    }

    byte[] End(long at, int filterBytes, uint sum)
    {
        var end = new byte[Run.EndBytes];
        Run.Mark.CopyTo(end);
        long[] numbers = [rows, owners, at, index.WrittenCount, filterBytes];
        for (var which = 0; which < numbers.Length; which++)
            BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(Run.Mark.Length + (which * sizeof(long))), numbers[which]);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(48), sum);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(52), CheckSum.Of(end.AsSpan(0, 52)));
        return end;
    }

    static void Keep(ReadOnlySpan<byte> bytes, ref byte[] buffer, ref int length)
    {
        if (buffer.Length < bytes.Length)
            buffer = new byte[bytes.Length * 2];
        bytes.CopyTo(buffer);
        length = bytes.Length;
    }
}
