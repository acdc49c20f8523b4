using System.IO.Compression;
using System.Text.Json;
using RbcBot.Bot.Storage.Disks;
using RbcBot.Bot.Storage.LiteDb.Journals;
using RbcBot.Bot.Storage.LiteDb.Runs;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>A backup that cannot be restored, or not here; the message says what to do.</summary>
sealed class RestoreException(string message) : Exception(message);

/// <summary>Brings a backup back, as it was at its end or at a moment before.</summary>
static class LiteDbRestore
{
    /// <summary>Restores into a folder without a store; what happened stays out of the folder until the archive was read.</summary>
    /// <param name="until">Nothing that was committed later comes back; null brings back all.</param>
    /// <returns>The last record that is there, and when it was written.</returns>
    /// <exception cref="RestoreException">The archive is none of ours, or does not reach back so far, or the folder is in use.</exception>
    public static (long Last, DateTimeOffset At) Run(Stream zip, string folder, DateTimeOffset? until)
    {
        using var owned = StorageLock.Take(folder);
        var disk = new FolderDisk(folder);
        if (disk.Names().Any(name => name is LiteDbFile.DataName or RunList.Name || JournalSegment.NumberOf(name) is not null))
            throw new RestoreException($"{Path.GetFullPath(folder)} holds a database already. Restore into another folder (Storage__Path), or move its files away first.");
        Unpack(zip, folder);
        try
        {
            Bases.Begin(disk, LiteDbFile.DataName);
            var segments = JournalReading.Segments(disk);
            return until is { } time ? JournalCut.After(disk, segments, time) : JournalCut.End(disk, segments);
        }
        catch (JournalDamagedException damage)
        {
            throw new RestoreException(damage.Message);
        }
    }

    /// <summary>Restores a file into a folder of its own and reads every row: a backup that nobody has restored is a hope. Tells how many rows there are.</summary>
    /// <exception cref="RestoreException">It cannot be restored.</exception>
    /// <param name="key">Settings that tell the master key: it is no part of a backup.</param>
    public static int Try(string file, string folder, StorageOptions key)
    {
        using (var zip = File.OpenRead(file))
            Run(zip, folder, until: null);
        using var store = new LiteDbStore(key with { Path = folder, KeyFile = key.KeyPath, LeastFreeMegabytes = 0 });
        return LiteDbSchema.Collections.Sum(collection => store.All(collection).Count);
    }

    static void Unpack(Stream zip, string folder)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            using (var manifest = (archive.GetEntry(BackupManifest.Name) ?? throw new InvalidDataException("it has no manifest")).Open())
                if (JsonSerializer.Deserialize<BackupManifest>(manifest) is not { Format: BackupManifest.Known })
                    throw new InvalidDataException("its format is not known to this version");
            foreach (var entry in archive.Entries.Where(entry => IsOurs(entry.FullName)))
            {
                var path = Path.Combine(folder, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
                entry.ExtractToFile(path, overwrite: false);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new RestoreException($"This is no backup of RbcBot, or it is not whole: {fault.Message}.");
        }
    }

    // Nothing of an archive may land outside the folder, or be anything but what a backup holds.
    static bool IsOurs(string name) =>
        Bases.Owns(name) || JournalSegment.NumberOf(name) is not null
        || (LiteDbBackup.Folders.Contains(name.Split('/')[0]) && !name.EndsWith('/') && !name.Contains("..", StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal));
}
