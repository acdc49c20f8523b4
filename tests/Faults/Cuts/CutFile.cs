namespace RbcBot.Tests.Faults.Cuts;

/// <summary>A file that remembers what was flushed: blocks of 4 KiB, of which a cut keeps the new, the old, or sectors of both.</summary>
sealed class CutFile(byte[] content)
{
    const int Block = 4096;
    const int Sector = 512;

    readonly Lock gate = new();
    readonly HashSet<int> dirty = [];
    byte[] now = content, flushed = content;

    public CutFile() : this([])
    {
    }

    public bool WasFlushed { get; private set; }

    public long Length
    {
        get
        {
            lock (gate)
                return now.Length;
        }
    }

    public byte[] Content
    {
        get
        {
            lock (gate)
                return [.. now];
        }
    }

    public int Read(Span<byte> buffer, long position)
    {
        lock (gate)
        {
            var count = (int)Math.Clamp(now.Length - position, 0, buffer.Length);
            now.AsSpan((int)Math.Min(position, now.Length), count).CopyTo(buffer);
            return count;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long position)
    {
        lock (gate)
        {
            Resize(Math.Max(now.Length, position + bytes.Length));
            bytes.CopyTo(now.AsSpan((int)position));
            for (var block = (int)(position / Block); block <= (position + bytes.Length - 1) / Block; block++)
                dirty.Add(block);
        }
    }

    public void SetLength(long length)
    {
        lock (gate)
            Resize(length);
    }

    public void Flush()
    {
        lock (gate)
        {
            (flushed, WasFlushed) = ([.. now], true);
            dirty.Clear();
        }
    }

    /// <summary>A flush failed: of some blocks the old content is what counts from now on, and nobody tries to write the new one again.</summary>
    public void LoseSome(Random chance)
    {
        lock (gate)
        {
            foreach (var block in dirty.Where(_ => chance.Next(2) == 0).ToList())
                Copy(flushed, now, block, 0, Block);
            dirty.Clear();
            flushed = [.. now];
        }
    }

    /// <summary>What a cut leaves.</summary>
    public CutFile Cut(Random chance)
    {
        lock (gate)
        {
            var left = new byte[chance.Next(2) == 0 ? now.Length : flushed.Length];
            flushed.AsSpan(0, Math.Min(left.Length, flushed.Length)).CopyTo(left);
            foreach (var block in dirty)
            {
                var sectors = chance.Next(4) switch { 0 => 0, 1 => chance.Next(Block / Sector), _ => Block / Sector };
                Copy(now, left, block, 0, sectors * Sector);
            }
            return new CutFile(left);
        }
    }

    void Resize(long length)
    {
        if (length != now.Length)
            Array.Resize(ref now, checked((int)length));
        // Array.Resize makes a new array: what was flushed stays as it was. A write in place must not touch it either.
        else if (ReferenceEquals(now, flushed))
            now = [.. now];
    }

    static void Copy(byte[] from, byte[] to, int block, int start, int count)
    {
        var at = (block * Block) + start;
        var some = Math.Min(count, Math.Min(from.Length, to.Length) - at);
        if (some > 0)
            from.AsSpan(at, some).CopyTo(to.AsSpan(at));
        else if (from.Length <= at && to.Length > at)
            to.AsSpan(at, Math.Min(count, to.Length - at)).Clear();
    }
}
