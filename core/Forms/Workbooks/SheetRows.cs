using System.Globalization;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Gathers the cells of one sheet into rows, in the sheet's order even where the file has another.</summary>
sealed class SheetRows(string name)
{
    readonly List<SheetRow> rows = [];
    List<SheetCell> cells = [];
    int row;
    bool rowsMixed, cellsMixed;

    internal void Add(int number, SheetCell cell)
    {
        if (cells.Count > 0 && number != row)
        {
            EndRow();
        }
        cellsMixed |= cells.Count > 0 && cell.Column <= cells[^1].Column;
        row = number;
        cells.Add(cell);
    }

    internal Sheet Sheet()
    {
        EndRow();
        return new(name, rowsMixed ? [.. rows.OrderBy(each => each.Number)] : rows);
    }

    /// <summary>Warns of a header that lies over several columns: only the first of them has its name.</summary>
    /// <param name="range">Such as B1:D1.</param>
    internal void NoteMerged(string range, CellBudget budget)
    {
        EndRow();
        if (rows.Count == 0 || range.Split(':') is not [var from, var to] || RowIn(from) != rows[0].Number || ColumnLetter.In(from) >= ColumnLetter.In(to))
        {
            return;
        }
        if (rows[0].Cells.FirstOrDefault(cell => cell.Column == ColumnLetter.In(from)) is { } header)
        {
            budget.Note("header-merged", name, rows[0].Number, header.Text,
                $"The header {header.Text} is merged over {range}; only its first column has this name. Split the cells and write each column's own header.");
        }
    }

    static int RowIn(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    void EndRow()
    {
        if (cells.Count == 0)
        {
            return;
        }
        rowsMixed |= rows.Count > 0 && row < rows[^1].Number;
        rows.Add(new(row, cellsMixed ? [.. cells.DistinctBy(cell => cell.Column).OrderBy(cell => cell.Column)] : cells));
        (cells, cellsMixed) = ([], false);
    }
}
