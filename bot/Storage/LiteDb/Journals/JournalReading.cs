using System.Buffers.Binary;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>Reads a journal, and tells a tail that was cut from records that were damaged.</summary>
static class JournalReading
{
    // A later record within this many sequences proves that what cannot be read before it was acknowledged.
    const long Near = 1_000_000;

    /// <summary>The segments of a disk, oldest first; one that was never finished being made is deleted.</summary>
    public static List<JournalSegment> Segments(IDisk disk)
    {
        List<JournalSegment> segments = [];
        var numbers = disk.Names().Select(JournalSegment.NumberOf).OfType<long>().Order().ToList();
        foreach (var number in numbers)
        {
            using var file = disk.Open(JournalSegment.NameOf(number));
            if (JournalSegment.Read(file) is { } segment && segment.Number == number)
                segments.Add(segment);
            else if (number != numbers[^1] || file.Length > JournalSegment.Head)
                throw new JournalDamagedException(JournalSegment.NameOf(number), "its first bytes are not those of a journal");
        }
        if (segments.Count < numbers.Count)
            disk.Delete(JournalSegment.NameOf(numbers[^1]));
        if (segments.Zip(segments.Skip(1)).FirstOrDefault(pair => pair.Second.Number != pair.First.Number + 1) is { Second.Number: > 0 } gap)
            throw new JournalDamagedException(JournalSegment.NameOf(gap.First.Number + 1), "it is missing");
        return segments;
    }

    /// <summary>
    /// Length and last sequence of the last segment, and whether it can be gone on with: behind its records there are only zeros, written ahead. Else its
    /// tail was cut in the middle of a record that nobody was told of.
    /// </summary>
    public static (long Length, long Last, bool IsSound) Tail(IDiskFile file, JournalSegment segment)
    {
        var bytes = Content(file, file.Length);
        var (at, next) = (JournalSegment.Head, segment.First);
        while (JournalRecord.Length(bytes.AsSpan(at)) is { } length && Sequence(bytes, at) == next)
            (at, next) = (at + length, next + 1);
        if (bytes.AsSpan(at).IndexOfAnyExcept((byte)0) < 0)
            return (at, next - 1, true);
        for (var later = at + 1; later + JournalRecord.Least <= bytes.Length; later++)
            if (Sequence(bytes, later) >= next && Sequence(bytes, later) < next + Near && JournalRecord.Length(bytes.AsSpan(later)) is not null)
                throw new JournalDamagedException(segment.Name, $"the record at byte {at} cannot be read, and a later one can");
        return (at, next - 1, false);
    }

    /// <summary>The records after a sequence up to the last.</summary>
    public static IEnumerable<JournalRecord> After(IDisk disk, IReadOnlyList<JournalSegment> segments, long sequence, long last)
    {
        if (segments.Count > 0 && segments[0].First > sequence + 1)
            throw new JournalDamagedException(segments[0].Name, $"the records {sequence + 1} to {segments[0].First - 1} before it are missing");
        for (var index = 0; index < segments.Count; index++)
        {
            if (index + 1 < segments.Count && segments[index + 1].First <= sequence + 1)
                continue;
            foreach (var (record, _) in Of(disk, segments, index))
            {
                if (record.Sequence > last)
                    yield break;
                if (record.Sequence > sequence)
                    yield return record;
            }
        }
    }

    /// <summary>The records of one segment, each with the place where it ends.</summary>
    public static IEnumerable<(JournalRecord Record, long End)> Of(IDisk disk, IReadOnlyList<JournalSegment> segments, int index)
    {
        var isLast = index + 1 == segments.Count;
        using var file = disk.Open(segments[index].Name);
        var bytes = Content(file, isLast ? file.Length : segments[index + 1].Before);
        var (at, next) = (JournalSegment.Head, segments[index].First);
        while (JournalRecord.Read(bytes.AsSpan(at)) is var (record, length) && record.Sequence == next)
        {
            (at, next) = (at + length, next + 1);
            yield return (record, at);
        }
        if (!isLast && next != segments[index + 1].First)
            throw new JournalDamagedException(segments[index].Name, $"the record {next} at byte {at} cannot be read");
    }

    static byte[] Content(IDiskFile file, long length)
    {
        var bytes = new byte[Math.Min(length, file.Length)];
        file.Read(bytes, 0);
        return bytes;
    }

    static long Sequence(byte[] bytes, int at) =>
        bytes.Length >= at + JournalRecord.Least ? BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + JournalRecord.Head)) : -1;
}
