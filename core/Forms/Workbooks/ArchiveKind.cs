using System.IO.Compression;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Tells by the names of its files what an archive is.</summary>
static class ArchiveKind
{
    /// <summary>True for a workbook, false for what may be a bundle; a document of another kind is refused.</summary>
    /// <param name="files">The archive's files by their paths.</param>
    internal static bool IsWorkbook(ZipArchive archive, IReadOnlyList<string> files)
    {
        if (files.Contains("xl/workbook.bin"))
        {
            throw new WorkbookRefusedException("workbook-binary", "", null, "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.");
        }
        if (files.Any(file => file.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }
        if (files.Any(file => file.StartsWith("word/", StringComparison.Ordinal)))
        {
            throw FileKind.Word();
        }
        if (files.Any(file => file.StartsWith("ppt/", StringComparison.Ordinal)))
        {
            throw new WorkbookRefusedException("workbook-none", "", null, "These are PowerPoint slides. A form is a workbook with the sheets survey, choices and settings; upload the .xlsx.");
        }
        if (files.Any(file => file.EndsWith("Index/Document.iwa", StringComparison.Ordinal)))
        {
            throw new WorkbookRefusedException("workbook-numbers", "", null, "This is an Apple document. Export it from Numbers as Excel (.xlsx).");
        }
        return !IsOpenDocument(archive)
            ? files.Any(file => file is "_rels/.rels" or "[Content_Types].xml")
            : throw new WorkbookRefusedException("workbook-opendocument", "", null, "This is an OpenDocument file (.ods or .odt). Open it in LibreOffice and save it as .xlsx.");
    }

    static bool IsOpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { } kind)
        {
            return false;
        }
        using var stream = new StreamReader(kind.Open());
        var start = new char[40];
        return new string(start, 0, stream.ReadBlock(start)).StartsWith("application/vnd.oasis.opendocument", StringComparison.Ordinal);
    }
}
