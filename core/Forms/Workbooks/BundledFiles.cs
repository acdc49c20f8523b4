using System.IO.Compression;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Takes the files out of a bundle, by name without folder and within the caps.</summary>
static class BundledFiles
{
    static readonly string[] Left = [".ds_store", "thumbs.db", "desktop.ini"];

    internal static IReadOnlyList<BundledFile> Of(ZipArchive archive)
    {
        ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => !IsLeftOut(entry.FullName))];
        if (entries.Length > WorkbookCaps.BundleFiles)
        {
            throw new WorkbookRefusedException("bundle-too-many", "", null, $"The archive holds more than {WorkbookCaps.BundleFiles} files. Keep only the form and the files that it names.");
        }
        foreach (var entry in entries)
        {
            CheckName(entry);
        }
        CheckTwice(entries);
        var files = new List<BundledFile>();
        long total = 0;
        foreach (var entry in entries)
        {
            var file = new BundledFile(BareName(entry.FullName), Bytes(entry, WorkbookCaps.BundleBytes - total));
            total += file.Bytes.Length;
            files.Add(file);
        }
        return files;
    }

    internal static string BareName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Folders, and what systems put into archives unasked.</summary>
    static bool IsLeftOut(string path) =>
        BareName(path) is var name
        && (name.Length == 0 || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.StartsWith("~$", StringComparison.Ordinal)
            || name.StartsWith("._", StringComparison.Ordinal) || Left.Contains(name.ToLowerInvariant()));

    static void CheckName(ZipArchiveEntry entry)
    {
        var path = entry.FullName;
        if (path.StartsWith('/') || path.StartsWith('\\') || path.Contains(':') || path.Split('/', '\\').Contains("..") || path.Any(char.IsControl) || path.Length > 255)
        {
            throw new WorkbookRefusedException("bundle-name", "", null, "The archive holds a file with a name that leads out of it. Pack the files anew, without folders.");
        }
        if (entry.IsEncrypted)
        {
            throw new WorkbookRefusedException("bundle-encrypted", "", null, "The archive has a password. Pack the files without one.");
        }
    }

    static void CheckTwice(IEnumerable<ZipArchiveEntry> entries)
    {
        if (entries.GroupBy(entry => BareName(entry.FullName), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new WorkbookRefusedException("bundle-name-twice", "", null,
                $"The archive holds {twice.Key} twice, in two folders or with other capitals. The form finds its files by name alone: keep one, or rename one.");
        }
    }

    /// <summary>What the entry unpacks to, whatever the archive's directory promises.</summary>
    static byte[] Bytes(ZipArchiveEntry entry, long left)
    {
        var most = (int)Math.Min(left, new BundledFile(entry.FullName, []).IsWorkbook ? WorkbookCaps.FileBytes : WorkbookCaps.AttachmentBytes);
        using var stream = entry.Open();
        var bytes = new MemoryStream((int)Math.Clamp(entry.Length, 0, most));
        var block = new byte[65_536];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > most)
            {
                throw new WorkbookRefusedException("bundle-too-large", BareName(entry.FullName), null,
                    $"The file unpacks to more than {WorkbookCaps.AttachmentBytes / 1_000_000} MB, or all files to more than {WorkbookCaps.BundleBytes / 1_000_000} MB. Make pictures and recordings smaller.");
            }
        }
        return bytes.ToArray();
    }
}

/// <summary>One file of a bundle.</summary>
/// <param name="Name">Without folder.</param>
sealed record BundledFile(string Name, byte[] Bytes)
{
    internal bool IsWorkbook => Extension is ".xlsx" or ".xls" or ".xlsm" or ".xlsb" or ".ods";

    /// <summary>A workbook, or a text that begins with the name of a sheet.</summary>
    internal bool IsForm => IsWorkbook || (Extension is ".csv" or ".tsv" or ".txt" or ".md" && TextForm.BeginsAsForm(PlainText.Of(Bytes).Text));

    string Extension => Path.GetExtension(Name).ToLowerInvariant();
}
