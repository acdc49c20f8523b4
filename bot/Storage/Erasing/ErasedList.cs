using System.Globalization;
using RbcBot.Bot.Storage.Disks;

namespace RbcBot.Bot.Storage.Erasing;

/// <summary>One line of the list: who was erased is not in it, only names that the store's key makes of her ids and addresses.</summary>
sealed record ErasedLine(string Number, DateTimeOffset At, IReadOnlyList<string> Names)
{
    public string Id => $"{Number}/{Names[0]}";

    public static ErasedLine Of(ErasedRow row) => new(row.Number, row.At, row.Names);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} {At:yyyy-MM-dd} {string.Join(' ', Names)}");

    /// <summary>Null for what is no line of ours, such as one that a cut left half.</summary>
    public static ErasedLine? Read(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [['E', ..] number, var day, .. { Length: > 0 } names]
        && DateTimeOffset.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? new(number, at, names) : null;
}

/// <summary>The list of who was erased, outside of all backups: whatever is brought back from before is held against it.</summary>
sealed class ErasedList(StorageOptions options)
{
    readonly Lock gate = new();

    public string Path => options.ErasedPath;

    /// <summary>All lines, each once; empty when nobody was erased here.</summary>
    public IReadOnlyList<ErasedLine> Read()
    {
        lock (gate)
            return File.Exists(Path) ? [.. File.ReadLines(Path).Select(ErasedLine.Read).OfType<ErasedLine>().DistinctBy(line => line.Id)] : [];
    }

    /// <summary>Writes down those that are not there yet; on disk on return.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Add(IEnumerable<ErasedLine> lines)
    {
        var known = Read().Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var added = lines.Where(line => known.Add(line.Id)).ToList();
        if (added.Count == 0)
            return;
        lock (gate)
        {
            if (!File.Exists(Path))
                PrivateFile.Create(Path).Dispose();
            using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            // A line that a cut left half ends here.
            file.Write(System.Text.Encoding.UTF8.GetBytes("\n" + string.Join('\n', added) + "\n"));
            file.Flush(flushToDisk: true);
        }
        new FolderDisk(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".").FlushNames();
    }
}
