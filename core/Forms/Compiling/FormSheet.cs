using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>One sheet of a form with its columns in the standard's words and its cells cleaned.</summary>
sealed class FormSheet
{
    readonly Dictionary<string, FormColumn[]> byName;

    readonly bool isSurvey;

    FormSheet(string name, bool isSurvey, SheetTable table, IReadOnlyList<FormColumn> columns)
    {
        (Name, this.isSurvey, Table, Columns) = (name, isSurvey, table, columns);
        byName = columns.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>As in the file.</summary>
    internal string Name { get; }

    internal SheetTable Table { get; }

    internal IReadOnlyList<FormColumn> Columns { get; }

    /// <param name="sheet">Null when the workbook has none: then it is empty.</param>
    internal static FormSheet Of(Sheet? sheet, string name, FindingList findings)
    {
        var table = sheet?.Table() ?? new(1, [], []);
        FormColumn[] columns = [.. table.Headers.Select(header => FormColumn.Of(header.Key, header.Text))];
        var form = new FormSheet(sheet?.Name ?? name, name == "survey", table, [.. columns.DistinctBy(column => column.Key)]);
        var twice = columns.GroupBy(column => FormColumn.Known.Contains(column.Name) ? (column.Name, column.Language) : (column.Key, ""))
            .Where(group => group.Count() > 1 && !group.Key.Item1.StartsWith('_'));
        foreach (var header in twice.Select(group => group.Last().Text))
        {
            findings.Refuse("header-duplicate", new(form.Name, table.HeaderRow, header),
                $"The column {header} stands twice, by this name or by another name for the same. Keep one of them.");
        }
        return form;
    }

    internal bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The cell of a column that has no language; "" when empty.</summary>
    internal string this[TableRow row, string name] => byName.TryGetValue(name, out var columns) ? Cleaned(row[columns[0].Key]) : "";

    /// <summary>The filled cells of a column in all its languages, in the sheet's order.</summary>
    internal IEnumerable<(string Language, string Text)> Translations(TableRow row, string name) =>
        byName.GetValueOrDefault(name, []).Where(column => row[column.Key].Length > 0).Select(column => (column.Language, Cleaned(row[column.Key])));

    internal Place At(TableRow row, string? name = null) => new(Name, row.Number, name is null ? null : Header(name));

    /// <summary>The header as the author wrote it.</summary>
    internal string Header(string name) => byName.TryGetValue(name, out var columns) ? columns[0].Text : name;

    /// <summary>Runs of spaces are one on the survey sheet; on the others they stand as they were typed.</summary>
    string Cleaned(string text) => isSurvey ? Clean(text) : Straight(text);

    static string Straight(string text) => text.Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u201C', '"').Replace('\u201D', '"');

    /// <summary>Curly quotes as straight ones, runs of spaces as one: what every XLSForm tool does before it reads on.</summary>
    internal static string Clean(string text)
    {
        var straight = Straight(text);
        while (straight.Contains("  ", StringComparison.Ordinal))
        {
            straight = straight.Replace("  ", " ");
        }
        return straight;
    }
}
