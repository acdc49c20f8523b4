using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Tests.Faults.Cuts;

/// <summary>A disk in memory whose power may be cut: of what was not flushed, some blocks survive and some do not. It can also be full, or fail.</summary>
sealed class CutDisk : IDisk
{
    readonly Lock gate = new();
    readonly Dictionary<string, CutFile> names = [];
    readonly Dictionary<string, CutFile> flushedNames = [];

    public long FreeBytes => IsFull ? 0 : long.MaxValue;

    /// <summary>Whether nothing more fits: what would make a file longer fails.</summary>
    public bool IsFull { get; set; }

    /// <summary>How many flushes fail from now on; each of them loses some of what was to be flushed, as Linux does.</summary>
    public int FailingFlushes { get; set; }

    /// <summary>Chance of what a failing flush loses.</summary>
    public Random Chance { get; init; } = new(1);

    /// <summary>Whether a file that was flushed brings its name along, as Linux's own file systems do; nobody promises it.</summary>
    public bool BringsNames { get; init; } = true;

    /// <summary>Whether it was taken away from whoever works on it: nothing that they still do reaches it.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Called before each thing that happens to a file, with its name.</summary>
    public Action<string> Happens { get; set; } = static _ => { };

    public IReadOnlyList<string> Names()
    {
        lock (gate)
            return [.. names.Keys];
    }

    public IDiskFile Open(string name)
    {
        lock (gate)
        {
            if (IsGone)
                throw new IOException("The disk is gone.");
            if (!names.TryGetValue(name, out var file))
                names[name] = file = new CutFile();
            return new OpenCutFile(this, name, file);
        }
    }

    public void Delete(string name)
    {
        Touch(name);
        lock (gate)
            names.Remove(name);
    }

    public void Rename(string from, string to)
    {
        Touch(from);
        lock (gate)
            if (names.Remove(from, out var file))
                names[to] = file;
    }

    public void FlushNames()
    {
        Touch("");
        lock (gate)
        {
            flushedNames.Clear();
            foreach (var (name, file) in names)
                flushedNames[name] = file;
        }
    }

    /// <summary>What the disk could hold if the power were cut now.</summary>
    public CutDisk Cut(Random chance)
    {
        var image = new CutDisk();
        lock (gate)
            foreach (var name in names.Keys.Union(flushedNames.Keys))
            {
                var (now, flushed) = (names.GetValueOrDefault(name), flushedNames.GetValueOrDefault(name));
                // A name that was not flushed is there or not; a file that was flushed itself may bring its name along.
                var survivor = now == flushed || chance.Next(2) == 0 ? now : flushed;
                survivor ??= BringsNames && now is { WasFlushed: true } ? now : null;
                if (survivor is not null)
                    image.names[name] = image.flushedNames[name] = survivor.Cut(new Random(chance.Next()));
            }
        return image;
    }

    /// <summary>The same disk for the next who works on it, as after kill -9: what was written is there, flushed or not.</summary>
    public CutDisk Same()
    {
        var next = new CutDisk { Chance = Chance, BringsNames = BringsNames };
        lock (gate)
        {
            foreach (var (name, file) in names)
                next.names[name] = file;
            foreach (var (name, file) in flushedNames)
                next.flushedNames[name] = file;
        }
        return next;
    }

    /// <summary>Takes the disk away from whoever works on it.</summary>
    public void Leave() => IsGone = true;

    /// <summary>Changes a byte of a file, as a bad disk does.</summary>
    public void Damage(string name, Func<byte[], byte[]> damage)
    {
        lock (gate)
            names[name] = new CutFile(damage(names[name].Content));
    }

    public byte[] Content(string name)
    {
        lock (gate)
            return names[name].Content;
    }

    void Touch(string name)
    {
        if (!IsGone)
            Happens(name);
        if (IsGone)
            throw new IOException("The disk is gone.");
    }

    sealed class OpenCutFile(CutDisk disk, string name, CutFile file) : IDiskFile
    {
        public long Length => file.Length;

        public int Read(Span<byte> buffer, long position) => file.Read(buffer, position);

        public void Write(ReadOnlySpan<byte> bytes, long position)
        {
            disk.Touch(name);
            if (disk.IsFull && position + bytes.Length > file.Length)
                throw new IOException("No space left on device");
            file.Write(bytes, position);
        }

        public void SetLength(long length)
        {
            disk.Touch(name);
            file.SetLength(length);
        }

        public void Flush()
        {
            disk.Touch(name);
            if (disk.FailingFlushes > 0)
            {
                disk.FailingFlushes--;
                file.LoseSome(new Random(disk.Chance.Next()));
                throw new IOException("Input/output error");
            }
            file.Flush();
        }

        public void Dispose()
        {
        }
    }
}
