using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A file as LiteDB's engine wants it: a stream, whose writes and flushes go through the fence.</summary>
sealed class PageStream(IDiskFile file, Fence fence, PageStream.Writing write, Action flush) : Stream
{
    public delegate void Writing(ReadOnlySpan<byte> page, long position);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = fence.Read(file, buffer, Position);
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        write(buffer, Position);
        Position += buffer.Length;
    }

    public override void Flush() => flush();

    public override void SetLength(long value) => fence.SetLength(file, value);

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
