namespace RbcBot.Tests.Faults.Cuts;

/// <summary>A file that remembers what was flushed: blocks of 4 KiB, of which a cut keeps the new, the old, or sectors of both.</summary>
sealed class CutFile(byte[] content)
{
    const int Block = 4096;
    const int Sector = 512;

    readonly Lock gate = new();
    readonly HashSet<int> dirty = [];
    // Both may be longer than the file is; behind its end they hold zeros.
    byte[] now = content, flushed = [.. content];
    int length = content.Length, flushedLength = content.Length;

    public CutFile() : this([])
    {
    }

    public bool WasFlushed { get; private set; }

    public long Length
    {
        get
        {
            lock (gate)
                return length;
        }
    }

    public byte[] Content
    {
        get
        {
            lock (gate)
                return now[..length];
        }
    }

    public int Read(Span<byte> buffer, long position)
    {
        lock (gate)
        {
            var count = (int)Math.Clamp(length - position, 0, buffer.Length);
            now.AsSpan((int)Math.Min(position, length), count).CopyTo(buffer);
            return count;
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long position)
    {
        lock (gate)
        {
            Resize(Math.Max(length, position + bytes.Length));
            bytes.CopyTo(now.AsSpan((int)position));
            for (var block = (int)(position / Block); block <= (position + bytes.Length - 1) / Block; block++)
                dirty.Add(block);
        }
    }

    public void SetLength(long wanted)
    {
        lock (gate)
            Resize(wanted);
    }

    public void Flush()
    {
        lock (gate)
            Settle(wasFlushed: true);
    }

    /// <summary>A flush failed: of some blocks the old content is what counts from now on, and nobody tries to write the new one again.</summary>
    public void LoseSome(Random chance)
    {
        lock (gate)
        {
            foreach (var block in dirty.Order().Where(_ => chance.Next(2) == 0))
                Copy(flushed, now, length, block, Block);
            Settle(WasFlushed);
        }
    }

    /// <summary>What a cut leaves.</summary>
    public CutFile Cut(Random chance)
    {
        lock (gate)
        {
            var left = new byte[chance.Next(2) == 0 ? length : flushedLength];
            flushed.AsSpan(0, Math.Min(left.Length, flushedLength)).CopyTo(left);
            foreach (var block in dirty.Order())
            {
                var sectors = chance.Next(4) switch { 0 => 0, 1 => chance.Next(Block / Sector), _ => Block / Sector };
                Copy(now, left, left.Length, block, sectors * Sector);
            }
            return new CutFile(left);
        }
    }

    void Settle(bool wasFlushed)
    {
        flushed = Grown(flushed, length);
        flushed.AsSpan(length).Clear();
        foreach (var block in dirty)
            Copy(now, flushed, length, block, Block);
        dirty.Clear();
        (flushedLength, WasFlushed) = (length, wasFlushed);
    }

    void Resize(long wanted)
    {
        var next = checked((int)wanted);
        for (var block = next / Block; next < length && block <= (length - 1) / Block; block++)
            dirty.Add(block);
        now = Grown(now, next);
        if (next < length)
            now.AsSpan(next, length - next).Clear();
        length = next;
    }

    // Twice as long: a file that grows by small writes is not copied with each of them.
    static byte[] Grown(byte[] bytes, int wanted)
    {
        if (wanted > bytes.Length)
            Array.Resize(ref bytes, Math.Max(wanted, bytes.Length * 2));
        return bytes;
    }

    static void Copy(byte[] from, byte[] to, int end, int block, int count)
    {
        var at = block * Block;
        var some = Math.Min(count, Math.Min(to.Length, end) - at);
        if (some <= 0)
            return;
        var known = Math.Clamp(from.Length - at, 0, some);
        from.AsSpan(Math.Min(at, from.Length), known).CopyTo(to.AsSpan(at));
        to.AsSpan(at + known, some - known).Clear();
    }
}
