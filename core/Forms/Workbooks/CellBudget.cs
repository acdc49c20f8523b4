namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Counts what one workbook holds against its caps, and keeps what was noted while reading it.</summary>
sealed class CellBudget
{
    /// <summary>Notes of one kind that are told; the rest would say the same.</summary>
    const int Notes = 20;

    readonly Dictionary<string, int> noted = [];
    int cells;
    long characters, unpacked;

    internal List<Finding> Findings { get; } = [];

    internal void Take(string sheet, int row, int column, int length)
    {
        if (++cells > WorkbookCaps.Cells)
        {
            throw new WorkbookRefusedException("workbook-too-many-cells", sheet, row,
                $"The workbook holds more than {WorkbookCaps.Cells} filled cells. Keep only the sheets that the form needs.");
        }
        if (column is < 1 or > WorkbookCaps.Columns)
        {
            throw new WorkbookRefusedException("workbook-too-many-columns", sheet, row,
                $"A cell beyond column {ColumnLetter.Of(WorkbookCaps.Columns)} holds something. Delete the columns that the form does not need.");
        }
        if (row > WorkbookCaps.Rows)
        {
            throw new WorkbookRefusedException("workbook-too-many-rows", sheet, null, $"A cell beyond row {WorkbookCaps.Rows} holds something. Save the workbook again in Excel or LibreOffice.");
        }
        TakeText(sheet, row, length);
    }

    internal void TakeText(string sheet, int? row, int length)
    {
        if (length > WorkbookCaps.TextLength)
        {
            throw TextTooLong(sheet, row);
        }
        characters += length;
        if (characters > WorkbookCaps.TextTotal)
        {
            throw new WorkbookRefusedException("workbook-too-large", sheet, row,
                $"The file holds more than {WorkbookCaps.TextTotal / 1_000_000} million characters. Keep only the sheets that the form needs.");
        }
    }

    /// <summary>Counts bytes that came out of the archive, whatever its directory promised.</summary>
    internal void Unpack(int bytes)
    {
        unpacked += bytes;
        if (unpacked > WorkbookCaps.UnpackedBytes)
        {
            throw UnpacksTooLarge();
        }
    }

    internal void Note(string code, string sheet, int row, int column, string message) => Note(code, sheet, row, ColumnLetter.Of(column), message);

    internal void Note(string code, string sheet, int? row, string? column, string message)
    {
        var count = noted[code] = noted.GetValueOrDefault(code) + 1;
        if (count <= Notes)
        {
            Findings.Add(new(Severity.Warning, code, sheet, row, column, null, message));
        }
    }

    internal static WorkbookRefusedException UnpacksTooLarge() => new("workbook-too-large", "", null,
        $"The workbook unpacks to more than {WorkbookCaps.UnpackedBytes / 1_000_000} MB. Copy the form's sheets into a new workbook.");

    internal static WorkbookRefusedException TextTooLong(string sheet, int? row) => new("workbook-text-too-long", sheet, row,
        $"A cell holds more than {WorkbookCaps.TextLength} characters. Shorten it; in a .csv file a quotation mark may be missing.");
}

/// <summary>Ends the reading of a file that is not to be read on; caught where the file is opened.</summary>
sealed class WorkbookRefusedException(string code, string sheet, int? row, string message) : Exception(message)
{
    internal Finding Finding => new(Severity.Refusal, code, sheet, row, null, null, Message);
}
