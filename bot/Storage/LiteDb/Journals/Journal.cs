using System.Buffers;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>Everything that was committed, in order, on disk before anybody is told. Written by one thread; read by any.</summary>
sealed class Journal : IDisposable
{
    /// <summary>From this length on a new segment is begun.</summary>
    public const long SegmentBytes = 16 * 1024 * 1024;

    const int LeastRoom = 64 * 1024, MostRoom = 1024 * 1024;

    static readonly byte[] Zeros = new byte[MostRoom];

    readonly IDisk disk;
    readonly ArrayBufferWriter<byte> buffer = new();
    readonly List<JournalSegment> segments;
    IDiskFile? file;
    DateTimeOffset latest;
    long end, room;
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

    /// <summary>All files of it as they are now, opened to be copied: what is written later does not change so much of them.</summary>
    public (IReadOnlyList<BackupFile> Files, long Last) Open()
    {
        lock (segments)
            return ([.. segments.Select((segment, index) => new BackupFile(
                segment.Name, disk.Open(segment.Name), index + 1 < segments.Count ? segments[index + 1].Before : end))], Last);
    }

    /// <summary>Writes a record; it is on disk on return.</summary>
    /// <exception cref="IOException">It is not: the record does not count, and the next one begins a new segment.</exception>
    public long Append(IReadOnlyList<Change> changes, DateTimeOffset at)
    {
        buffer.ResetWrittenCount();
        // A clock that is set back does not bring records into disorder: a moment of the past has one place among them.
        new JournalRecord(Last + 1, at > latest ? at : latest, changes).WriteTo(buffer);
        if (!isSound || end >= SegmentBytes)
            Begin();
        var open = file ?? throw new IOException("The journal is closed.");
        isSound = false;
        open.Write(buffer.WrittenSpan, end);
        MakeRoom(open, end + buffer.WrittenCount);
        open.Flush();
        isSound = true;
        latest = at > latest ? at : latest;
        lock (segments)
            (end, Bytes, Last) = (end + buffer.WrittenCount, Bytes + buffer.WrittenCount, Last + 1);
        return Last;
    }

    /// <summary>The next record begins a new segment. On the thread that writes.</summary>
    public void EndSegment() => isSound = false;

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
        // Who was killed may have left a record that can be read and is not on disk yet: a flush that fails later would take it away again.
        file.Flush();
        (end, var last, isSound) = JournalReading.Tail(file, segments[^1]);
        latest = JournalReading.Of(disk, segments, segments.Count - 1).Select(one => one.Record.At).LastOrDefault();
        room = file.Length;
        Bytes = segments.Skip(1).Sum(segment => segment.Before) + end;
        return last;
    }

    // A file that grows is flushed together with what the file system notes of it, and of the database file's growth: that is a multiple of the wait.
    // So it is filled with zeros ahead: as much again as it is long, within bounds.
    void MakeRoom(IDiskFile open, long needed)
    {
        if (needed <= room)
            return;
        room = needed + Math.Clamp(needed, LeastRoom, MostRoom);
        open.Write(Zeros.AsSpan(0, (int)(room - needed)), needed);
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
        (file, room, isSound) = (begun, JournalSegment.Head, true);
        lock (segments)
        {
            segments.Add(segment);
            (end, Bytes) = (JournalSegment.Head, Bytes + JournalSegment.Head);
        }
    }
}
