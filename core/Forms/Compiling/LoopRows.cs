using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The rows of a loop, filled in for one choice: %(name)s and %(label)s stand for it.</summary>
static class LoopRows
{
    /// <summary>The place of the end that belongs to a beginning; the number of rows when there is none.</summary>
    internal static int End(IReadOnlyList<TableRow> rows, int begin, Func<TableRow, RowKind> kind)
    {
        var depth = 0;
        for (var at = begin; at < rows.Count; at++)
        {
            depth += kind(rows[at]) switch { RowKind.BeginLoop => 1, RowKind.EndLoop => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }
        return rows.Count;
    }

    internal static Templates Label(Choice choice) => new(choice.Labels.ToDictionary(label => label.Key, label => Template.Of(label.Value)));

    internal static TableRow Filled(FormSheet sheet, FormLanguages languages, TableRow row, Choice choice)
    {
        var byKey = sheet.Columns.ToDictionary(column => column.Key, column => column.Language.Length > 0 ? languages.Code(column.Language) : languages.Default);
        return row with
        {
            Cells = row.Cells.ToDictionary(cell => cell.Key, cell => cell.Value
                .Replace("%(name)s", choice.Name, StringComparison.Ordinal)
                .Replace("%(label)s", choice.Label(byKey.GetValueOrDefault(cell.Key, languages.Default)), StringComparison.Ordinal)),
        };
    }
}
