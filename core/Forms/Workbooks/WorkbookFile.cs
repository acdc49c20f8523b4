using System.IO.Compression;
using System.Text;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Opens a file as a workbook, or says why it is none.</summary>
static class WorkbookFile
{
    internal static WorkbookReading Read(byte[] file)
    {
        try
        {
            CheckKind(file);
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            CheckSize(archive);
            return new WorkbookParts(archive).Read();
        }
        catch (WorkbookRefusedException refused)
        {
            return new(null, [refused.Finding]);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or ArithmeticException)
        {
            return new(null, [Broken().Finding]);
        }
    }

    internal static WorkbookRefusedException Broken() => new("workbook-broken", "", null,
        "The file is damaged or is not a workbook. Open it in Excel or LibreOffice and save it again as .xlsx.");

    static void CheckKind(byte[] file)
    {
        if (file.Length > CellBudget.FileBytes)
        {
            throw new WorkbookRefusedException("workbook-too-large", "", null,
                $"The file has more than {CellBudget.FileBytes / 1_000_000} MB. Remove pictures and sheets that the form does not need.");
        }
        if (file.AsSpan().StartsWith(OldOffice))
        {
            throw file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new WorkbookRefusedException("workbook-encrypted", "", null, "The workbook has a password. Save it without one and upload it again.")
                : new WorkbookRefusedException("workbook-old", "", null, "This is an old .xls workbook, whatever its name says. Open it and save it as .xlsx.");
        }
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            throw new WorkbookRefusedException("workbook-none", "", null,
                "This is not an Excel workbook. Save the form as .xlsx in Excel or LibreOffice and upload that file.");
        }
    }

    static void CheckSize(ZipArchive archive)
    {
        if (archive.Entries.Sum(entry => entry.Length) > CellBudget.UnpackedBytes)
        {
            throw new WorkbookRefusedException("workbook-too-large", "", null,
                $"The workbook unpacks to more than {CellBudget.UnpackedBytes / 1_000_000} MB. Copy the form's sheets into a new workbook.");
        }
    }

    /// <summary>The first bytes of .xls files, and of .xlsx files with a password.</summary>
    static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];
}
