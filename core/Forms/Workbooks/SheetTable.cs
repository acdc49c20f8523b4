namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A sheet read as a table under its header row.</summary>
/// <param name="HeaderRow">Spreadsheet row of the headers; 1 for an empty sheet.</param>
/// <param name="Headers">Left to right; one that stands twice is in here twice.</param>
/// <param name="Rows">The rows below; of a header that stands twice the first filled cell counts.</param>
public sealed record SheetTable(int HeaderRow, IReadOnlyList<SheetHeader> Headers, IReadOnlyList<TableRow> Rows)
{
    internal static SheetTable Of(Sheet sheet)
    {
        if (sheet.Rows.Count == 0)
        {
            return new(1, [], []);
        }
        SheetHeader[] headers = [.. sheet.Rows[0].Cells.Select(cell => new SheetHeader(Key(cell.Text), cell.Text, cell.Column))];
        var keys = headers.ToDictionary(header => header.Column, header => header.Key);
        TableRow[] rows = [.. sheet.Rows.Skip(1).Select(row => Under(keys, row)).Where(row => row.Cells.Count > 0)];
        return new(sheet.Rows[0].Number, headers, rows);
    }

    /// <summary>The header's text as in the file; the key when there is no such header.</summary>
    public string HeaderText(string key) => Headers.FirstOrDefault(header => header.Key == key)?.Text ?? key;

    static TableRow Under(Dictionary<int, string> keys, SheetRow row)
    {
        var cells = new Dictionary<string, string>();
        foreach (var cell in row.Cells)
        {
            if (keys.TryGetValue(cell.Column, out var key))
            {
                cells.TryAdd(key, cell.Text);
            }
        }
        return new(row.Number, cells);
    }

    static string Key(string text) => CellText.Plain(text).ToLowerInvariant();
}

/// <summary>One column's header.</summary>
/// <param name="Key">Lower case, spaces run together.</param>
/// <param name="Text">As in the file.</param>
/// <param name="Column">1 for A.</param>
public sealed record SheetHeader(string Key, string Text, int Column);

/// <summary>One row of a table that holds something under a header.</summary>
/// <param name="Number">Spreadsheet row.</param>
/// <param name="Cells">By header key; empty cells are absent.</param>
public sealed record TableRow(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The text under a header; "" when empty or when there is no such header.</summary>
    public string this[string key] => Cells.GetValueOrDefault(key, "");
}
