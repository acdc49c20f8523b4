using System.Buffers;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>Everything that was committed, in order, on disk before anybody is told. Written by one thread; read by any.</summary>
sealed class Journal : IDisposable
{
    /// <summary>From this length on a new segment is begun.</summary>
    public const long SegmentBytes = 16 * 1024 * 1024;

    readonly IDisk disk;
    readonly ArrayBufferWriter<byte> buffer = new();
    readonly List<JournalSegment> segments;
    IDiskFile? file;
    long end;
    bool isSound;

    /// <param name="first">Sequence of the first record when there is no journal yet.</param>
    /// <exception cref="JournalDamagedException">Records that were acknowledged cannot be read.</exception>
    public Journal(IDisk disk, long first = 1)
    {
        this.disk = disk;
        segments = JournalReading.Segments(disk);
        Last = segments.Count > 0 ? OpenLast() : first - 1;
    }

    /// <summary>Sequence of the last record.</summary>
    public long Last { get; private set; }

    /// <summary>Bytes of all segments.</summary>
    public long Bytes { get; private set; }

    /// <summary>The segments there are, oldest first.</summary>
    public IReadOnlyList<JournalSegment> Segments
    {
        get
        {
            lock (segments)
                return [.. segments];
        }
    }

    /// <summary>How many bytes of the last segment hold records.</summary>
    public long End => end;

    /// <summary>Writes a record; it is on disk on return.</summary>
    /// <exception cref="IOException">It is not: the record does not count, and the next one begins a new segment.</exception>
    public long Append(IReadOnlyList<Change> changes, DateTimeOffset at)
    {
        buffer.ResetWrittenCount();
        new JournalRecord(Last + 1, at, changes).WriteTo(buffer);
        if (!isSound || end >= SegmentBytes)
            Begin();
        var open = file ?? throw new IOException("The journal is closed.");
        isSound = false;
        open.Write(buffer.WrittenSpan, end);
        open.Flush();
        isSound = true;
        (end, Bytes) = (end + buffer.WrittenCount, Bytes + buffer.WrittenCount);
        return ++Last;
    }

    /// <summary>The records after a sequence, in order.</summary>
    public IEnumerable<JournalRecord> After(long sequence) => JournalReading.After(disk, Segments, sequence, Last);

    /// <summary>Deletes the segments that hold only records up to a sequence.</summary>
    public void DropUpTo(long sequence)
    {
        while (Segments is [{ } oldest, { } next, ..] && next.First <= sequence + 1)
        {
            disk.Delete(oldest.Name);
            lock (segments)
                segments.RemoveAt(0);
            Bytes -= next.Before;
        }
    }

    public void Dispose() => file?.Dispose();

    long OpenLast()
    {
        file = disk.Open(segments[^1].Name);
        var (length, last) = JournalReading.Tail(file, segments[^1]);
        (end, isSound) = (length, length == file.Length);
        Bytes = segments.Skip(1).Sum(segment => segment.Before) + end;
        return last;
    }

    // What a failed write or a cut left behind the last whole record stays there, and does not count.
    void Begin()
    {
        var segment = new JournalSegment(segments.Count > 0 ? segments[^1].Number + 1 : 1, Last + 1, segments.Count > 0 ? end : 0);
        var begun = disk.Open(segment.Name);
        try
        {
            begun.SetLength(0);
            segment.WriteTo(begun);
            begun.Flush();
            disk.FlushNames();
        }
        catch
        {
            begun.Dispose();
            throw;
        }
        file?.Dispose();
        (file, end, isSound) = (begun, JournalSegment.Head, true);
        Bytes += JournalSegment.Head;
        lock (segments)
            segments.Add(segment);
    }
}
