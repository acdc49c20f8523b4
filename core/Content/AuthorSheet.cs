using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Content;

/// <summary>A sheet that authors fill row by row; what is wrong in it is collected as findings.</summary>
sealed class AuthorSheet(string name, SheetTable table, List<Finding> findings)
{
    const string ToValidateColumn = "chat::to-validate";

    public IReadOnlyList<TableRow> Rows => table.Rows;

    /// <summary>The sheet of the name; a missing sheet or column is a refusal and reads as empty.</summary>
    public static AuthorSheet Of(Workbook workbook, string name, IReadOnlyList<string> columns, List<Finding> findings)
    {
        var sheet = workbook.Find(name);
        var opened = new AuthorSheet(sheet?.Name ?? name, sheet?.Table() ?? new SheetTable(1, [], []), findings);
        if (sheet is null)
            opened.Refuse(null, null, "sheet-missing", $"The workbook has no sheet \"{name}\".");
        else
            opened.LookOver(columns);
        return opened;
    }

    /// <summary>The cell's text; blank is a refusal.</summary>
    public string Filled(TableRow row, string column)
    {
        if (row[column].Length == 0)
            Refuse(row, column, "blank", $"\"{column}\" is empty.");
        return row[column];
    }

    /// <summary>One of the allowed words, in lower case; another is a refusal.</summary>
    public string OneOf(TableRow row, string column, string code, IReadOnlyList<string> allowed)
    {
        var word = row[column].ToLowerInvariant();
        if (!allowed.Contains(word))
            Refuse(row, column, code, $"\"{row[column]}\" is not one of: {string.Join(", ", allowed)}.");
        return word;
    }

    /// <summary>The text in its languages; a missing language is a warning, none at all a refusal.</summary>
    /// <param name="missing">The code of the refusal when no language has a text.</param>
    public Localized Text(TableRow row, string prefix, string missing = "blank")
    {
        var texts = new Dictionary<Language, string>();
        foreach (var header in table.Headers)
            if (LanguageColumn.Of(header.Key, prefix) is { } language && row[header.Key].Length > 0)
                texts[language] = Checked(row, header.Key);
        if (texts.Count == 0)
            Refuse(row, prefix, missing, $"\"{prefix}\" is written in no language.");
        else
            foreach (var language in Languages.All.Where(language => !texts.ContainsKey(language)))
                Warn(row, Column(prefix, language), "language-missing", $"\"{prefix}\" is not written in {Languages.Code(language)}.");
        return new(texts);
    }

    public void Refuse(TableRow? row, string? column, string code, string message) =>
        findings.Add(new(Severity.Refusal, code, name, row?.Number, column is null ? null : table.HeaderText(column), null, message));

    /// <summary>Refuses a second row with the same key.</summary>
    public void Unique(Func<TableRow, string> key, string column)
    {
        foreach (var row in Rows.GroupBy(key).SelectMany(same => same.Skip(1)))
            Refuse(row, column, "duplicate", $"\"{row[column]}\" stands in an earlier row already.");
    }

    /// <summary>The header of a text in a language, as in the file.</summary>
    public string Column(string prefix, Language language) =>
        table.Headers.FirstOrDefault(header => LanguageColumn.Of(header.Key, prefix) == language)?.Text ?? $"{prefix}::({Languages.Code(language)})";

    string Checked(TableRow row, string column)
    {
        findings.AddRange(WordLint.At(row[column], name, row.Number, table.HeaderText(column)));
        return row[column];
    }

    void Warn(TableRow row, string column, string code, string message) =>
        findings.Add(new(Severity.Warning, code, name, row.Number, column, null, message));

    void LookOver(IReadOnlyList<string> columns)
    {
        foreach (var column in columns.Where(column => table.Headers.All(header => header.Key != column)))
            Refuse(null, column, "column-missing", $"The sheet has no column \"{column}\".");
        if (ToValidate.Finding(name, table.HeaderText(ToValidateColumn), [.. Rows.Where(row => ToValidate.Marks(row[ToValidateColumn])).Select(row => row.Number)]) is { } waiting)
            findings.Add(waiting);
    }
}
