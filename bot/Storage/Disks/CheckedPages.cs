using System.Buffers.Binary;

namespace RbcBot.Bot.Storage.Disks;

/// <summary>A file of pages, each with a check sum on disk: after a cut it ends before the first page that did not reach the disk whole.</summary>
/// <remarks>On disk a page is its place and CRC-32C, then its bytes. LiteDB's own log has neither, and would take half a page for a whole one.</remarks>
sealed class CheckedPages : IDiskFile
{
    public const int PageBytes = 8192;

    const int Head = 16;
    const int Frame = Head + PageBytes;

    readonly IDiskFile file;

    public CheckedPages(IDiskFile file)
    {
        this.file = file;
        var whole = Whole();
        if (file.Length != whole * Frame)
            Cut(whole);
    }

    public long Length => file.Length / Frame * PageBytes;

    public int Read(Span<byte> buffer, long position)
    {
        var read = 0;
        while (read < buffer.Length && (position + read) / PageBytes < file.Length / Frame)
        {
            var (page, within) = Math.DivRem(position + read, PageBytes);
            var count = (int)Math.Min(buffer.Length - read, PageBytes - within);
            file.Read(buffer.Slice(read, count), (page * Frame) + Head + within);
            read += count;
        }
        return read;
    }

    /// <param name="bytes">A whole page.</param>
    public void Write(ReadOnlySpan<byte> bytes, long position)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, PageBytes);
        ArgumentOutOfRangeException.ThrowIfNotEqual(position % PageBytes, 0);
        Span<byte> frame = stackalloc byte[Frame];
        var page = position / PageBytes;
        BinaryPrimitives.WriteInt64LittleEndian(frame, page);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], CheckSum.Of(bytes));
        bytes.CopyTo(frame[Head..]);
        file.Write(frame, page * Frame);
    }

    /// <summary>Durable on return: pages of before must never come back among those that are written after.</summary>
    public void SetLength(long length) => Cut(length / PageBytes);

    public void Flush() => file.Flush();

    public void Dispose() => file.Dispose();

    void Cut(long pages)
    {
        file.SetLength(pages * Frame);
        file.Flush();
    }

    long Whole()
    {
        Span<byte> frame = stackalloc byte[Frame];
        for (var page = 0L; ; page++)
            if (file.Read(frame, page * Frame) < Frame
                || BinaryPrimitives.ReadInt64LittleEndian(frame) != page
                || BinaryPrimitives.ReadUInt32LittleEndian(frame[8..]) != CheckSum.Of(frame[Head..]))
                return page;
    }
}
