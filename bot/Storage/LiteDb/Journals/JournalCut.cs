using System.Globalization;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>Ends a journal that nobody writes at a moment.</summary>
static class JournalCut
{
    /// <summary>Takes away every record that was written after the time; tells the last that stays, and when it was written.</summary>
    /// <exception cref="JournalDamagedException">No record is from before the time.</exception>
    public static (long Last, DateTimeOffset At) After(IDisk disk, IReadOnlyList<JournalSegment> segments, DateTimeOffset time)
    {
        var (last, at) = (0L, DateTimeOffset.MinValue);
        foreach (var (index, segment) in segments.Index())
        {
            var end = (long)JournalSegment.Head;
            foreach (var (record, next) in JournalReading.Of(disk, segments, index))
            {
                if (record.At > time)
                {
                    CutAt(disk, segments, index, end);
                    return last > 0 ? (last, at) : throw TooEarly(segment, record.At);
                }
                (last, at, end) = (record.Sequence, record.At, next);
            }
        }
        return (last, at);
    }

    /// <summary>The last record, and when it was written; 0 when there is none.</summary>
    public static (long Last, DateTimeOffset At) End(IDisk disk, IReadOnlyList<JournalSegment> segments) => After(disk, segments, DateTimeOffset.MaxValue);

    static void CutAt(IDisk disk, IReadOnlyList<JournalSegment> segments, int index, long end)
    {
        foreach (var later in segments.Skip(index + 1).Reverse())
            disk.Delete(later.Name);
        using var file = disk.Open(segments[index].Name);
        file.SetLength(end);
        file.Flush();
        disk.FlushNames();
    }

    static JournalDamagedException TooEarly(JournalSegment segment, DateTimeOffset first) => new(
        segment.Name, string.Create(CultureInfo.InvariantCulture, $"its first record is of {first:yyyy-MM-ddTHH:mm:ssZ}, and nothing before that time can be brought back from it"));
}
