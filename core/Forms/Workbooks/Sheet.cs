namespace RbcBot.Core.Forms.Workbooks;

/// <summary>One sheet: only the rows and cells that hold something.</summary>
/// <param name="Name">As in the file.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The sheet as a table: its first row that holds something names the columns.</summary>
    public SheetTable Table() => SheetTable.Of(this);
}

/// <summary>One row that holds something.</summary>
/// <param name="Number">As the spreadsheet shows it: the first row is 1, empty rows count.</param>
/// <param name="Cells">By column, left to right.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>The text in the column of the letter; "" when empty.</summary>
    public string this[string letter] => Cells.FirstOrDefault(cell => cell.Letter == letter)?.Text ?? "";
}

/// <summary>One cell that holds something.</summary>
/// <param name="Column">1 for A.</param>
/// <param name="Text">Numbers as 3 or 2.5, booleans as TRUE or FALSE, dates as yyyy-MM-dd; no spaces around.</param>
public sealed record SheetCell(int Column, string Text)
{
    /// <summary>The column's letter, such as A or AB.</summary>
    public string Letter => ColumnLetter.Of(Column);
}
