using System.Text;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Tells by its first bytes what a file is that cannot be read as a form, and what to do with it.</summary>
static class FileKind
{
    const string SaveAsXlsx = "Open it in Excel or LibreOffice and save it as .xlsx.";

    /// <summary>The first bytes of .xls and .doc files, and of .xlsx files with a password.</summary>
    static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0];

    internal static void Refuse(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(OldOffice))
        {
            throw Contains(file, "EncryptedPackage") ? new("workbook-encrypted", "", null, "The workbook has a password. Save it without one and upload it again.")
                : Contains(file, "WordDocument") ? Word()
                : OldWorkbook();
        }
        if (file.Length > 4 && file[0] == 9 && file[1] is 0 or 2 or 4 or 8 && file[2] is >= 4 and <= 16 && file[3] == 0)
        {
            throw OldWorkbook();
        }
        RefuseByStart(file);
        if (file.Contains((byte)0) && !PlainText.HasMark(file))
        {
            throw None();
        }
    }

    internal static WorkbookRefusedException None() => new("workbook-none", "", null,
        "This is not an Excel workbook. Save the form as .xlsx in Excel or LibreOffice and upload that file.");

    internal static WorkbookRefusedException Word() => new("workbook-word", "", null,
        "This is a Word document. A form is a workbook with the sheets survey, choices and settings: write the questions there and upload the .xlsx.");

    static WorkbookRefusedException OldWorkbook() => new("workbook-old", "", null,
        "This is an old .xls workbook, whatever its name says. Open it and save it as .xlsx.");

    static void RefuseByStart(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length, 2_048)];
        if (start.StartsWith("%PDF"u8))
        {
            throw new WorkbookRefusedException("workbook-pdf", "", null,
                "This is a PDF. A form is a workbook with the sheets survey, choices and settings: write the questions there and upload the .xlsx.");
        }
        if (start.StartsWith("{\\rtf"u8))
        {
            throw Word();
        }
        var text = Encoding.Latin1.GetString(start).Replace("\0", "").TrimStart('ï', '»', '¿', 'ÿ', 'þ', ' ', '\r', '\n', '\t');
        if (text.StartsWith('<'))
        {
            throw Markup(text);
        }
        if (text.StartsWith('{') || text.StartsWith("[{", StringComparison.Ordinal))
        {
            throw new WorkbookRefusedException("workbook-json", "", null, "This is a JSON file, not a form. Upload the XLSForm workbook (.xlsx) that it was made from.");
        }
    }

    static WorkbookRefusedException Markup(string text) =>
        text.Contains("xforms", StringComparison.OrdinalIgnoreCase)
            ? new("workbook-xform", "", null, "This is an XForm (XML), which is made from a workbook. Upload the XLSForm workbook (.xlsx) itself.")
        : text.Contains("office:spreadsheet", StringComparison.OrdinalIgnoreCase) || text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? new("workbook-markup", "", null, $"This is a web page or an XML table, whatever its name says. {SaveAsXlsx}")
        : new("workbook-markup", "", null, "This is an XML file, not a form. Upload the XLSForm workbook (.xlsx).");

    static bool Contains(ReadOnlySpan<byte> file, string name) => file.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
