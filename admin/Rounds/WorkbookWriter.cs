using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace RbcBot.Admin.Rounds;

/// <summary>Writes an .xlsx row by row, so that its size costs no memory: ECMA-376 parts straight into the archive.</summary>
sealed class WorkbookWriter : IDisposable
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Most characters of a cell; what is longer is cut, as the format asks.</summary>
    const int LongestCell = 32_767;

    readonly ZipArchive archive;
    readonly List<string> sheets = [];

    public WorkbookWriter(Stream to) => archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a sheet whose first row stays in view.</summary>
    /// <param name="rows">Cells as text; a decimal becomes a number, null an empty cell.</param>
    public void Sheet(string name, IEnumerable<IEnumerable<object?>> rows)
    {
        sheets.Add(name);
        using var xml = Part($"xl/worksheets/sheet{sheets.Count}.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("sheetData", Main);
        var isHead = true;
        foreach (var row in rows)
        {
            xml.WriteStartElement("row", Main);
            foreach (var cell in row)
                Cell(xml, cell, isHead);
            xml.WriteEndElement();
            isHead = false;
        }
        xml.WriteEndDocument();
    }

    public void Dispose()
    {
        Types();
        using (var xml = Part("_rels/.rels"))
            xml.WriteRaw($"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        using (var xml = Part("xl/styles.xml"))
            xml.WriteRaw($"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
        Book();
        archive.Dispose();
    }

    static void Cell(XmlWriter xml, object? cell, bool isHead)
    {
        xml.WriteStartElement("c", Main);
        if (isHead)
            xml.WriteAttributeString("s", "1");
        if (cell is decimal number)
            xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        else if (cell is string { Length: > 0 } text)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Clean(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
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

    void Types()
    {
        using var xml = Part("[Content_Types].xml");
        xml.WriteRaw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"{Kinds}worksheet+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kinds}sheet.main+xml\"/>"
            + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kinds}styles+xml\"/></Types>");
    }

    void Book()
    {
        using (var xml = Part("xl/workbook.xml"))
            xml.WriteRaw($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>"
                + string.Concat(sheets.Select((name, index) => $"<sheet name=\"{name}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>")) + "</sheets></workbook>");
        using (var xml = Part("xl/_rels/workbook.xml.rels"))
            xml.WriteRaw($"<Relationships xmlns=\"{Packages}\">"
                + string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    XmlWriter Part(string path)
    {
        var xml = XmlWriter.Create(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Document });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }
}
