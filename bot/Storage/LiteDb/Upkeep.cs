using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Looks after the disk of a store: whether it is nearly full, and when the journal has grown so long that a new base is due.</summary>
sealed class Upkeep(IDisk disk, Journal journal, StorageOptions options)
{
    readonly Watermark watermark = new(disk, options.LeastFreeBytes);

    public IDisk Disk => disk;

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

    /// <summary>Makes a base of the files, which must be settled.</summary>
    /// <param name="runs">Which runs belong to it.</param>
    public void MakeBase(long sequence, RunList runs) => Bases.Make(disk, journal, sequence, runs);

    /// <summary>The files that make up a backup, opened.</summary>
    public (IReadOnlyList<BackupFile> Files, long Last) Open()
    {
        var (files, last) = journal.Open();
        if (Bases.On(disk) is not [var oldest, ..])
            return (files, last);
        return ([.. Bases.FilesOf(disk, oldest).Select(Opened), .. files], last);
    }

    /// <summary>Remembers that the database file is damaged: at the next start it is made again from the latest base and the journal.</summary>
    public void Condemn() => LiteDbOpening.Condemn(disk);

    BackupFile Opened(string name)
    {
        var content = disk.Open(name);
        return new BackupFile(name, content, content.Length);
    }
}
