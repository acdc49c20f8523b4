using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;

namespace RbcBot.Admin.Rounds;

/// <summary>Writes an .xlsx row by row, so that its size costs no memory: ECMA-376 parts straight into the archive.</summary>
sealed class WorkbookWriter : IDisposable
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    readonly ZipArchive archive;
    readonly List<string> sheets = [];
    readonly List<WorkbookSheet> open = [];

    public WorkbookWriter(Stream to) => archive = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a sheet whose first row stays in view.</summary>
    /// <param name="rows">Cells as text; a decimal becomes a number, null an empty cell.</param>
    public void Sheet(string name, IEnumerable<IEnumerable<object?>> rows)
    {
        sheets.Add(name);
        using var rowsOf = new SheetRows(Entry($"xl/worksheets/sheet{sheets.Count}.xml"));
        foreach (var row in rows)
            rowsOf.Add(row);
    }

    /// <summary>A sheet that is written beside others; it is in the book once it is added.</summary>
    public WorkbookSheet Open(string name, IReadOnlyList<object?> head)
    {
        var sheet = new WorkbookSheet(name, head);
        open.Add(sheet);
        return sheet;
    }

    /// <summary>Takes a sheet that is written to its end into the book.</summary>
    public void Add(WorkbookSheet sheet)
    {
        foreach (var (name, file) in sheet.Parts())
        {
            sheets.Add(name);
            using var entry = Entry($"xl/worksheets/sheet{sheets.Count}.xml");
            file.CopyTo(entry);
        }
    }

    public void Dispose()
    {
        open.ForEach(sheet => sheet.Dispose());
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
                + string.Concat(sheets.Select((name, index) => $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>")) + "</sheets></workbook>");
        using (var xml = Part("xl/_rels/workbook.xml.rels"))
            xml.WriteRaw($"<Relationships xmlns=\"{Packages}\">"
                + string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    XmlWriter Part(string path) => Xml(Entry(path));

    Stream Entry(string path) => archive.CreateEntry(path, CompressionLevel.Fastest).Open();

    /// <summary>A writer of one part, with its declaration.</summary>
    internal static XmlWriter Xml(Stream to, bool leaveOpen = false)
    {
        var xml = XmlWriter.Create(to, new XmlWriterSettings { CloseOutput = !leaveOpen, Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Document });
        xml.WriteStartDocument(standalone: true);
        return xml;
    }
}
