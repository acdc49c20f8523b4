namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Cuts rows into sheets: a name in the first column begins a sheet, the other columns hold its rows.</summary>
sealed class MarkedSheets
{
    readonly CellBudget budget = new();
    readonly List<(string Name, List<SheetRow> Rows)> sheets = [];
    bool warned;

    internal IReadOnlyList<Finding> Findings => budget.Findings;

    internal IReadOnlyList<Sheet> Sheets() => [.. sheets.Select(sheet => new Sheet(sheet.Name, sheet.Rows))];

    internal void Add(int line, IReadOnlyList<string> cells)
    {
        if (cells.Count > 0 && cells[0].Length > 0 && CellText.Plain(cells[0]) is { Length: > 0 } name)
        {
            Begin(name, line);
        }
        var filled = Filled(cells);
        if (filled.Length > 0 && sheets.Count > 0)
        {
            Fill(line, filled);
        }
        else if (filled.Length > 0 && !warned)
        {
            warned = true;
            budget.Note("row-outside", "", line, null, "The row stands before the first sheet name and is left out.");
        }
    }

    void Begin(string name, int line)
    {
        if (sheets.Exists(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new WorkbookRefusedException("sheet-twice", name, line,
                $"The sheet {name} begins a second time. Write its name once and leave the first column of its rows empty.");
        }
        if (sheets.Count == WorkbookCaps.Sheets)
        {
            throw new WorkbookRefusedException("workbook-too-many-sheets", name, line,
                $"The file has more than {WorkbookCaps.Sheets} sheets. Leave the first column empty where no sheet begins.");
        }
        sheets.Add((name, []));
    }

    static SheetCell[] Filled(IReadOnlyList<string> cells)
    {
        var filled = new SheetCell[cells.Count];
        var count = 0;
        for (var index = 1; index < cells.Count; index++)
        {
            if (CellText.Of(cells[index]) is { Length: > 0 } text)
            {
                filled[count++] = new(index + 1, text);
            }
        }
        return count == cells.Count ? filled : filled[..count];
    }

    void Fill(int line, SheetCell[] cells)
    {
        var (name, rows) = sheets[^1];
        foreach (var cell in cells)
        {
            budget.Take(name, line, cell.Column, cell.Text.Length);
        }
        rows.Add(new(line, cells));
    }
}
