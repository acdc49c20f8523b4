using System.Globalization;
using System.Text;
using System.Xml;

namespace RbcBot.Admin.Rounds;

/// <summary>One worksheet part, written row by row; the first row is the head and stays in view.</summary>
sealed class SheetRows : IDisposable
{
    /// <summary>Most characters of a cell; what is longer is cut, as the format asks.</summary>
    const int LongestCell = 32_767;

    /// <summary>Width of a column in characters: a moment or an id of ours can be read whole, and most labels.</summary>
    const int ColumnWidth = 26;

    readonly XmlWriter xml;

    public SheetRows(Stream to, bool leaveOpen = false)
    {
        xml = WorkbookWriter.Xml(to, leaveOpen);
        xml.WriteStartElement("worksheet", WorkbookWriter.Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + $"<sheetFormatPr defaultColWidth=\"{ColumnWidth}\" defaultRowHeight=\"15\"/>");
        xml.WriteStartElement("sheetData", WorkbookWriter.Main);
    }

    /// <summary>How many there are, the head included.</summary>
    public int Count { get; private set; }

    public void Add(IEnumerable<object?> cells)
    {
        xml.WriteStartElement("row", WorkbookWriter.Main);
        foreach (var cell in cells)
            Cell(cell);
        xml.WriteEndElement();
        Count++;
    }

    public void Dispose()
    {
        xml.WriteEndElement();
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\"/>");
        xml.WriteEndDocument();
        xml.Dispose();
    }

    void Cell(object? cell)
    {
        xml.WriteStartElement("c", WorkbookWriter.Main);
        if (Count == 0)
            xml.WriteAttributeString("s", "1");
        if (cell is decimal number)
            xml.WriteElementString("v", WorkbookWriter.Main, number.ToString(CultureInfo.InvariantCulture));
        else if (cell is string { Length: > 0 } text)
            Text(text);
        xml.WriteEndElement();
    }

    void Text(string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", WorkbookWriter.Main);
        xml.WriteStartElement("t", WorkbookWriter.Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value >= ' ' || rune.Value is '\t' or '\n' or '\r')
                clean.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        return clean.Length <= LongestCell ? clean.ToString() : clean.ToString(0, LongestCell);
    }
}
