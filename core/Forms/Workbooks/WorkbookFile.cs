using System.IO.Compression;
using System.Text;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Opens a file as a workbook, or says why it is none.</summary>
static class WorkbookFile
{
    internal static WorkbookReading Read(byte[] file, string fileName)
    {
        try
        {
            return Open(file, fileName, (archive, files) => FormBundle.Read(archive, files));
        }
        catch (WorkbookRefusedException refused)
        {
            return new(null, [refused.Finding]);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return new(null, [Broken().Finding]);
        }
    }

    /// <summary>The same for the form in a bundle, which is no bundle itself.</summary>
    internal static WorkbookReading ReadInBundle(byte[] file, string fileName) => Open(file, fileName, (_, _) => throw Broken());

    internal static WorkbookRefusedException Broken() => new("workbook-broken", "", null,
        "The file is damaged or is not a workbook. Open it in Excel or LibreOffice and save it again as .xlsx.");

    /// <summary>What reading a damaged file throws.</summary>
    internal static bool IsBroken(Exception broken) =>
        broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or ArithmeticException;

    static WorkbookReading Open(byte[] file, string fileName, Func<ZipArchive, IReadOnlyList<string>, WorkbookReading> bundle)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            CheckSize(file.Length, WorkbookCaps.FileBytes);
            FileKind.Refuse(file);
            return TextForm.Read(file, fileName);
        }
        CheckSize(file.Length, WorkbookCaps.BundleBytes);
        CheckEntries(file);
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read, false, Encoding.UTF8);
        string[] files = [.. archive.Entries.Select(entry => PartPath.Of(entry.FullName))];
        if (!ArchiveKind.IsWorkbook(archive, files))
        {
            return bundle(archive, files);
        }
        CheckSize(file.Length, WorkbookCaps.FileBytes);
        return archive.Entries.Sum(entry => entry.Length) > WorkbookCaps.UnpackedBytes ? throw CellBudget.UnpacksTooLarge() : new WorkbookParts(archive).Read();
    }

    internal static void CheckSize(int bytes, int most)
    {
        if (bytes > most)
        {
            throw new WorkbookRefusedException("workbook-too-large", "", null,
                $"The file has more than {most / 1_000_000} MB. Remove pictures and sheets that the form does not need.");
        }
    }

    /// <summary>Counts before the archive is opened: opening it costs memory for each entry, whatever its directory says of their number.</summary>
    static void CheckEntries(byte[] file)
    {
        if (file.AsSpan().Count("PK\u0001\u0002"u8) > WorkbookCaps.Entries)
        {
            throw new WorkbookRefusedException("workbook-too-large", "", null,
                $"The archive holds more than {WorkbookCaps.Entries} files. Keep only those that the form needs.");
        }
    }
}
