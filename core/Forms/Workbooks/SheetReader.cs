using System.Globalization;
using System.Text;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Reads one sheet cell by cell; empty cells and rows, however many, cost no memory.</summary>
sealed class SheetReader(string name, IReadOnlyList<string> shared, CellFormats formats, bool from1904, CellBudget budget)
{
    readonly List<SheetRow> rows = [];
    readonly StringBuilder text = new();
    List<SheetCell> cells = [];
    int row, column;

    internal Sheet Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            if (reader.LocalName == "row")
            {
                EndRow();
                row = !reader.IsEmptyElement && int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                column = 0;
            }
            else if (reader.LocalName == "c")
            {
                ReadCell(reader);
            }
        }
        EndRow();
        return new(name, rows);
    }

    void EndRow()
    {
        if (cells.Count > 0)
        {
            rows.Add(new(row, cells));
            cells = [];
        }
    }

    void ReadCell(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            column++;
            return;
        }
        column = reader.GetAttribute("r") is { } reference ? ColumnLetter.In(reference) : column + 1;
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        var content = CellText.Of(Canonical(type, style, Content(reader)));
        if (content.Length > 0)
        {
            budget.Take(name, row, column);
            cells.Add(new(column, content));
            if (type == "e")
            {
                budget.Note(name, row, column, content);
            }
        }
    }

    string Canonical(string? type, string? style, string raw) => raw.Length == 0 ? "" : type switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "",
        "b" => raw is "1" or "true" ? "TRUE" : "FALSE",
        "inlineStr" or "str" or "e" => raw,
        "d" => raw.EndsWith("T00:00:00", StringComparison.Ordinal) ? raw[..10] : raw,
        _ => formats.IsDate(style) ? CellText.Date(raw, from1904) : CellText.Number(raw),
    };

    /// <summary>The text of the cell's value or inline string; a formula's text and reading aids for Japanese are left out.</summary>
    string Content(XmlReader reader)
    {
        text.Clear();
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh")
            {
                SkipElement(reader);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace)
            {
                text.Append(reader.Value);
            }
        }
        return text.ToString();
    }

    static void SkipElement(XmlReader reader)
    {
        var depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
        }
    }
}
