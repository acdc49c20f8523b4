using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Content;

/// <summary>The programme's own rules for forms, beyond what makes a form run.</summary>
public static class ContentLint
{
    const string ToValidateColumn = "chat::to-validate";

    static readonly string[] Spoken = ["label", "hint", "guidance_hint", "required_message", "constraint_message"];

    /// <summary>Doses, words that hurt, missing languages and the Kinyarwanda that waits for a native reader, by cell; empty for a file that is no workbook.</summary>
    /// <param name="file">An .xlsx form; that it runs is for FormReading to say.</param>
    public static IReadOnlyList<Finding> Of(byte[] file)
    {
        var sheets = Workbook.Read(file).Workbook?.Sheets ?? [];
        return [.. sheets.Where(IsRead).SelectMany(Findings).OrderBy(finding => finding.Severity)];
    }

    static bool IsRead(Sheet sheet) => sheet.Name.Trim().ToLowerInvariant() is "survey" or "choices";

    static IEnumerable<Finding> Findings(Sheet sheet)
    {
        var table = sheet.Table();
        SheetHeader[] spoken = [.. table.Headers.Where(header => Spoken.Contains(header.Key.Split(':')[0]))];
        return
        [
            .. table.Rows.SelectMany(row => spoken.SelectMany(header => WordLint.At(row[header.Key], sheet.Name, row.Number, header.Text))),
            .. Languages.All.Where(language => !Speaks(spoken, language)).Select(language => Missing(sheet, language)),
            .. Waiting(sheet.Name, table),
        ];
    }

    static bool Speaks(SheetHeader[] headers, Language language) => Array.Exists(headers, header => LanguageColumn.Of(header.Key, "label") == language);

    static Finding Missing(Sheet sheet, Language language) => new(Severity.Warning, "language-missing", sheet.Name, null, null, null,
        $"The sheet has no labels in {Languages.Code(language)}: add a column such as \"label::{Languages.Code(language)}\".");

    static IEnumerable<Finding> Waiting(string sheet, SheetTable table)
    {
        int[] rows = [.. table.Rows.Where(row => ToValidate.Marks(row[ToValidateColumn])).Select(row => row.Number)];
        if (ToValidate.Finding(sheet, table.HeaderText(ToValidateColumn), rows) is { } waiting)
            yield return waiting;
    }
}
