using LiteDB;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults.Cuts;

public sealed class JournalTests
{
    readonly CutDisk disk = new();

    [Fact]
    public void Records_come_back_as_they_were_written()
    {
        Write(3);
        using var journal = new Journal(disk);
        Assert.Equal([("row2", Sample.Noon.AddSeconds(2)), ("row3", Sample.Noon.AddSeconds(3))], journal.After(1).Select(record => (record.Changes[0].Id, record.At)));
    }

    [Fact]
    public void Deleted_row_comes_back_as_deleted()
    {
        using (var journal = new Journal(disk))
            journal.Append([new Change(3, "gone", null)], Sample.Noon);
        using var again = new Journal(disk);
        Assert.Equal(new Change(3, "gone", null), Assert.Single(again.After(0).Single().Changes));
    }

    [Fact]
    public void Tail_that_was_cut_anywhere_takes_with_it_the_last_record_only()
    {
        Write(3);
        var whole = disk.Content(JournalSegment.NameOf(1));
        var second = Length(whole, 2);
        for (var length = second; length < Length(whole, 3); length++)
        {
            disk.Damage(JournalSegment.NameOf(1), _ => whole[..length]);
            using var journal = new Journal(disk);
            Assert.Equal(2, journal.Last);
        }
    }

    [Fact]
    public void File_holds_zeros_ahead_and_goes_on_in_them_after_a_restart()
    {
        Write(3);
        var length = disk.Content(JournalSegment.NameOf(1)).Length;
        using (var journal = new Journal(disk))
            Assert.Equal(4, journal.Append([Put("again")], Sample.Noon));
        using var read = new Journal(disk);
        Assert.Equal((1, 4, length), (read.Segments.Count, read.Last, disk.Content(JournalSegment.NameOf(1)).Length));
    }

    [Fact]
    public void Record_that_a_killed_process_wrote_and_did_not_flush_is_flushed_at_the_next_start()
    {
        Write(2);
        disk.Happens = _ => disk.Happens = _ => disk.Leave(); // it is written, and killed before the flush
        using (var dying = new Journal(disk))
            Assert.Throws<IOException>(() => dying.Append([Put("late")], Sample.Noon));
        var after = disk.Same();
        using var again = new Journal(after);
        after.FailingFlushes = 1;
        Assert.Throws<IOException>(() => again.Append([Put("lost")], Sample.Noon));
        again.Append([Put("more")], Sample.Noon);
        using var read = new Journal(after.Cut(new Random(1)));
        Assert.Equal(again.Last, read.After(0).Last().Sequence);
    }

    [Fact]
    public void Torn_record_in_the_zeros_is_not_written_over()
    {
        Write(3);
        disk.Damage(JournalSegment.NameOf(1), whole => [.. whole[..Length(whole, 3)], 1, .. whole[(Length(whole, 3) + 1)..]]);
        using (var journal = new Journal(disk))
            Assert.Equal(4, journal.Append([Put("again")], Sample.Noon));
        using var read = new Journal(disk);
        Assert.Equal((2, 4), (read.Segments.Count, read.After(0).Count()));
    }

    [Fact]
    public void What_is_written_after_a_cut_tail_is_read_and_the_tail_is_not()
    {
        Write(3);
        disk.Damage(JournalSegment.NameOf(1), whole => whole[..(Length(whole, 3) - 1)]);
        using (var journal = new Journal(disk))
            Assert.Equal(3, journal.Append([Put("again")], Sample.Noon));
        using var read = new Journal(disk);
        Assert.Equal(["row1", "row2", "again"], read.After(0).Select(record => record.Changes[0].Id));
    }

    [Fact]
    public void Byte_that_changed_before_the_last_record_is_found_wherever_it_is()
    {
        Write(3);
        var whole = disk.Content(JournalSegment.NameOf(1));
        for (var at = JournalSegment.Head; at < Length(whole, 2); at++)
        {
            disk.Damage(JournalSegment.NameOf(1), _ => [.. whole[..at], (byte)(whole[at] ^ 0x20), .. whole[(at + 1)..]]);
            Assert.Throws<JournalDamagedException>(() => new Journal(disk));
        }
    }

    [Fact]
    public void Missing_segment_is_found()
    {
        WriteSegments();
        disk.Delete(JournalSegment.NameOf(2));
        Assert.Throws<JournalDamagedException>(() => new Journal(disk));
    }

    [Fact]
    public void Segment_whose_making_was_cut_is_made_again()
    {
        WriteSegments();
        disk.Open(JournalSegment.NameOf(4)).SetLength(20);
        using (var journal = new Journal(disk))
            journal.Append([Put("more")], Sample.Noon);
        using var read = new Journal(disk);
        Assert.Equal("more", read.After(0).Last().Changes[0].Id);
    }

    [Fact]
    public void Old_segments_go_when_nobody_needs_them()
    {
        WriteSegments();
        using var journal = new Journal(disk);
        journal.DropUpTo(journal.Segments[1].First);
        Assert.Equal([2L, 3L], journal.Segments.Select(segment => segment.Number));
        Assert.Throws<JournalDamagedException>(() => journal.After(0).Count());
        Assert.NotEmpty(journal.After(journal.Segments[0].First - 1));
    }

    void Write(int count)
    {
        using var journal = new Journal(disk);
        for (var number = 1; number <= count; number++)
            journal.Append([Put($"row{number}")], Sample.Noon.AddSeconds(number));
    }

    // Records so large that two of them fill a segment.
    void WriteSegments()
    {
        using var journal = new Journal(disk);
        for (var number = 1; number <= 6; number++)
            journal.Append([new Change(4, $"row{number}", StoredRow.Of(new BsonDocument { ["_id"] = $"row{number}", ["much"] = new byte[Journal.SegmentBytes / 2] }).Bytes)], Sample.Noon);
    }

    static Change Put(string id) => new(4, id, StoredRow.Of(new BsonDocument { ["_id"] = id }).Bytes);

    // Where the record of a number ends, in a journal of records of one length.
    static int Length(byte[] whole, int number)
    {
        var one = JournalRecord.Length(whole.AsSpan(JournalSegment.Head)) ?? throw new InvalidDataException("There is no record.");
        return JournalSegment.Head + (number * one);
    }
}
