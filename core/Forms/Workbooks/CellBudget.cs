namespace RbcBot.Core.Forms.Workbooks;

/// <summary>How much one workbook may hold, and what was noted while reading it.</summary>
sealed class CellBudget
{
    /// <summary>Bytes of the file; the largest public form we know has 0.4 MB.</summary>
    internal const int FileBytes = 10_000_000;

    /// <summary>Bytes of all parts unpacked.</summary>
    internal const long UnpackedBytes = 50_000_000;

    /// <summary>Cells that hold something, over all sheets.</summary>
    internal const int Cells = 200_000;

    /// <summary>The last column that may hold something.</summary>
    internal const int Columns = 500;

    /// <summary>Spreadsheet errors that are told; the rest would say the same.</summary>
    const int Notes = 20;

    int cells;

    internal List<Finding> Findings { get; } = [];

    internal void Take(string sheet, int row, int column)
    {
        if (++cells > Cells)
        {
            throw new WorkbookRefusedException("workbook-too-many-cells", sheet, row,
                $"The workbook holds more than {Cells} filled cells. Keep only the sheets that the form needs.");
        }
        if (column is < 1 or > Columns)
        {
            throw new WorkbookRefusedException("workbook-too-many-columns", sheet, row,
                $"A cell beyond column {ColumnLetter.Of(Columns)} holds something. Delete the columns that the form does not need.");
        }
    }

    internal void Note(string sheet, int row, int column, string error)
    {
        if (Findings.Count < Notes)
        {
            Findings.Add(new(Severity.Warning, "cell-error", sheet, row, ColumnLetter.Of(column), null,
                $"The cell shows the spreadsheet error {error}. Correct its formula, or write the value itself."));
        }
    }

    internal static void CheckShared(int count)
    {
        if (count > Cells)
        {
            throw new WorkbookRefusedException("workbook-too-many-cells", "", null,
                $"The workbook holds more than {Cells} different texts. Keep only the sheets that the form needs.");
        }
    }
}

/// <summary>Ends the reading of a workbook that is not to be read on; caught where the file is opened.</summary>
sealed class WorkbookRefusedException(string code, string sheet, int? row, string message) : Exception(message)
{
    internal Finding Finding => new(Severity.Refusal, code, sheet, row, null, null, Message);
}
