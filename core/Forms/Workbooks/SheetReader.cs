using System.Globalization;
using System.Text;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Reads one sheet cell by cell; empty cells and rows, however many, cost no memory.</summary>
sealed class SheetReader(string name, IReadOnlyList<string> shared, CellFormats formats, bool from1904, CellBudget budget)
{
    readonly SheetRows rows = new(name);
    readonly StringBuilder text = new();
    int row, column;

    internal Sheet Read(PartReader reader)
    {
        var open = true;
        while (reader.Read())
        {
            if (open && reader.Starts("row"))
            {
                row = Math.Min(!reader.IsEmpty && Number(reader.Characters("r")) is > 0 and var number ? number : row + 1, WorkbookCaps.Rows + 1);
                column = 0;
            }
            else if (open && reader.Starts("c"))
            {
                ReadCell(reader);
            }
            else if (reader.Starts("mergeCell"))
            {
                rows.NoteMerged(reader.Attribute("ref"), budget);
            }
            open &= !reader.Ends("sheetData");
        }
        return rows.Sheet();
    }

    void ReadCell(PartReader reader)
    {
        if (reader.IsEmpty)
        {
            column++;
            return;
        }
        column = ColumnLetter.In(reader.Characters("r")) is > 0 and var named ? named : column + 1;
        var (type, style) = (Type(reader.Characters("t")), Number(reader.Characters("s")));
        var formulaOnly = ReadContent(reader);
        var content = Canonical(type, style, text.ToString());
        if (content.Length > 0)
        {
            budget.Take(name, row, column, content.Length);
            rows.Add(row, new(column, content));
        }
        if (type == CellType.Error && content.Length > 0)
        {
            budget.Note("cell-error", name, row, column, $"The cell shows the spreadsheet error {content}. Correct its formula, or write the value itself.");
        }
        else if (formulaOnly)
        {
            budget.Note("cell-formula", name, row, column, "The cell holds a formula whose value was never worked out. Open the workbook in Excel or LibreOffice and save it, or write the value itself.");
        }
    }

    string Canonical(CellType type, int style, string raw) => raw.Length == 0 ? "" : type switch
    {
        CellType.Shared => Number(raw) is >= 0 and var index && index < shared.Count ? shared[index] : throw WorkbookFile.Broken(),
        CellType.Boolean => raw.Trim() is "1" or "true" ? "TRUE" : "FALSE",
        CellType.Text or CellType.Error => CellText.Of(CellText.Decoded(raw)),
        CellType.Date => raw.Contains("T00:00:00", StringComparison.Ordinal) && raw.Length >= 10 ? raw[..10] : CellText.Of(raw),
        CellType.Number => formats.IsDate(style) ? CellText.Date(raw, from1904) : CellText.Of(CellText.Number(raw)),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Takes the cell's value or inline string; true when there is a formula and no value. The formula's text and reading aids for Japanese are left out.</summary>
    bool ReadContent(PartReader reader)
    {
        text.Clear();
        var (depth, formula, value) = (reader.Depth, false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Starts("f") || reader.Starts("rPh"))
            {
                formula |= reader.Name == "f";
                reader.Skip();
            }
            else if (reader.Starts("v") || reader.Starts("t"))
            {
                value = true;
                _ = reader.Append(text) ? true : throw CellBudget.TextTooLong(name, row);
            }
        }
        return formula && !value;
    }

    static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1;

    static CellType Type(ReadOnlySpan<char> type) => type switch
    {
        "s" => CellType.Shared,
        "b" => CellType.Boolean,
        "inlineStr" or "str" => CellType.Text,
        "e" => CellType.Error,
        "d" => CellType.Date,
        _ => CellType.Number,
    };
}

/// <summary>What a cell says its value is.</summary>
enum CellType { Number, Shared, Boolean, Text, Error, Date }
