using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Looks after the disk of a store: whether it is nearly full, and when the journal has grown so long that a new base is due.</summary>
sealed class Upkeep(IDisk disk, Journal journal, StorageOptions options)
{
    readonly Watermark watermark = new(disk, options.LeastFreeBytes);

    /// <summary>Whether the disk was nearly full when last looked.</summary>
    public bool IsLow => watermark.IsLow;

    /// <summary>Whether the journal since the latest base is longer than it should be, and there is room for a base.</summary>
    public bool IsBaseDue
    {
        get
        {
            var latest = Bases.Latest(disk);
            return !IsLow && journal.Segments.Count(segment => segment.First > latest) * Journal.SegmentBytes >= options.JournalBytes;
        }
    }

    public void Look() => watermark.Look();

    /// <summary>Makes a base of the database file, which must be settled.</summary>
    public void MakeBase(long sequence) => Bases.Make(disk, journal, sequence);

    /// <summary>The files that make up a backup, opened.</summary>
    public (IReadOnlyList<BackupFile> Files, long Last) Open()
    {
        var (files, last) = journal.Open();
        if (Bases.On(disk) is not [var oldest, ..])
            return (files, last);
        var content = disk.Open(Bases.NameOf(oldest));
        return ([new BackupFile(Bases.NameOf(oldest), content, content.Length), .. files], last);
    }

    /// <summary>Remembers that the database file is damaged: at the next start it is made again from the latest base and the journal.</summary>
    public void Condemn() => LiteDbOpening.Condemn(disk);
}
