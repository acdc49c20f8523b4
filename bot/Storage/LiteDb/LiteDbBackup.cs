using System.IO.Compression;
using System.Text.Json;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>What a backup says of itself.</summary>
/// <param name="Last">Sequence of the last record in it.</param>
/// <param name="Made">When that was.</param>
sealed record BackupManifest(int Format, long Last, DateTimeOffset Made)
{
    public const string Name = "manifest.json";

    /// <summary>The only format there is.</summary>
    public const int Known = 1;
}

/// <summary>A backup of a running store, in one zip archive: the oldest base, the journal since then, the files that people sent and the keys.</summary>
static class LiteDbBackup
{
    const int PieceBytes = 1024 * 1024;

    /// <summary>Folders of the storage folder that go along.</summary>
    public static readonly IReadOnlyList<string> Folders = ["media", "keys"];

    /// <param name="files">Opened together, so that they belong together; closed here.</param>
    /// <param name="folder">Where media and keys lie.</param>
    public static void Write(Stream zip, IReadOnlyList<BackupFile> files, BackupManifest manifest, string folder)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        using (var written = archive.CreateEntry(BackupManifest.Name).Open())
            JsonSerializer.Serialize(written, manifest);
        foreach (var file in files)
            using (file.Content)
                Write(archive, file);
        foreach (var path in Folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)))
            archive.CreateEntryFromFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), CompressionLevel.NoCompression);
    }

    static void Write(ZipArchive archive, BackupFile file)
    {
        using var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest).Open();
        var piece = new byte[PieceBytes];
        for (var at = 0L; at < file.Length;)
        {
            var count = file.Content.Read(piece.AsSpan(0, (int)Math.Min(piece.Length, file.Length - at)), at);
            if (count == 0)
                throw new IOException($"{file.Name} is shorter than it was.");
            entry.Write(piece, 0, count);
            at += count;
        }
    }
}

/// <summary>A file of the store as a backup takes it.</summary>
/// <param name="Length">So much of it was there when the backup began.</param>
sealed record BackupFile(string Name, IDiskFile Content, long Length);
