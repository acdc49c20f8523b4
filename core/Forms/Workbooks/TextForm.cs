using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A form written as text: CSV or Markdown tables, the sheet's name in the first column and the rows beneath it.</summary>
static partial class TextForm
{
    internal static WorkbookReading Read(byte[] file, string fileName)
    {
        WorkbookFile.CheckSize(file.Length, WorkbookCaps.TextBytes);
        var (text, guessed) = PlainText.Of(file);
        if (!IsForm(text))
        {
            throw MarkdownTable.Any(text) || IsNamedText(fileName) ? Unmarked() : FileKind.None();
        }
        var sheets = new MarkedSheets();
        foreach (var (line, cells) in MarkdownTable.Any(text) ? MarkdownTable.Rows(text) : CsvTable.Rows(text, ""))
        {
            sheets.Add(line, cells);
        }
        return new(new Workbook(sheets.Sheets()), [.. guessed ? [PlainText.GuessedEncoding("")] : Array.Empty<Finding>(), .. sheets.Findings]);
    }

    /// <summary>True when a line begins with the name of the survey sheet, alone in its column.</summary>
    internal static bool IsForm(string text) => SurveyMark().IsMatch(text);

    /// <summary>True for a form, false for a list that has the word survey somewhere in its first column.</summary>
    internal static bool BeginsAsForm(string text) => IsForm(text) && (MarkdownTable.Any(text) || FirstMark().IsMatch(text));

    static bool IsNamedText(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" or ".md";

    static WorkbookRefusedException Unmarked() => new("workbook-none", "", null,
        "The text does not say where its survey sheet begins. Write survey in the first column of a row of its own and the sheet's rows beneath it from the second column on, the header first; likewise choices and settings. Or save the form as .xlsx.");

    [GeneratedRegex("""^[ \t]*(\|[ \t]*survey[ \t]*\||"?[ \t]*survey[ \t]*"?[ \t]*([,;\t\r]|$))""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SurveyMark();

    /// <summary>The first line that is not blank names a sheet of a form.</summary>
    [GeneratedRegex("""^(sep=.\r?\n)?[\s,;]*"?[ \t]*(survey|choices|settings|entities|external_choices|osm)[ \t]*"?[ \t]*([,;\t\r\n]|$)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstMark();
}
