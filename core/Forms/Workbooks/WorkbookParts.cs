using System.IO.Compression;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Finds a workbook's parts in its archive by their relationships and reads them as streams.</summary>
sealed class WorkbookParts(ZipArchive archive)
{
    readonly CellBudget budget = new();

    internal WorkbookReading Read()
    {
        var main = Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = Relations(main);
        var (named, from1904) = Listed(main);
        var shared = Part(relations, "sharedStrings") is { } strings ? Using(strings, SharedStrings.Read) : [];
        var formats = Part(relations, "styles") is { } styles ? Using(styles, CellFormats.Read) : CellFormats.None;
        var sheets = new List<Sheet>();
        foreach (var (name, id) in named)
        {
            if (relations.TryGetValue(id, out var relation) && relation.Kind == "worksheet")
            {
                sheets.Add(Using(relation.Target, new SheetReader(name, shared, formats, from1904, budget).Read));
            }
        }
        return new(new Workbook(sheets), budget.Findings);
    }

    (List<(string Name, string Id)> Sheets, bool From1904) Listed(string main) => Using(main, reader =>
    {
        var sheets = new List<(string, string)>();
        var from1904 = false;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                sheets.Add((reader.GetAttribute("name") ?? "", RelationId(reader)));
            }
        }
        return (sheets, from1904);
    });

    /// <summary>The attribute id of the relationships namespace, of which there are two (strict and transitional).</summary>
    static string RelationId(XmlReader reader)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return reader.Value;
            }
        }
        return "";
    }

    Dictionary<string, Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var path = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return Entry(path) is null ? [] : Using(path, reader =>
        {
            var relations = new Dictionary<string, Relation>();
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External")
                {
                    var kind = reader.GetAttribute("Type") ?? "";
                    relations[reader.GetAttribute("Id") ?? ""] =
                        new(kind[(kind.LastIndexOf('/') + 1)..], Within(part[..slash], reader.GetAttribute("Target") ?? ""));
                }
            }
            return relations;
        });
    }

    static string Within(string folder, string target) =>
        target.StartsWith('/') ? target[1..]
        : target.StartsWith("../", StringComparison.Ordinal) ? target[3..]
        : folder + target;

    static string? Part(Dictionary<string, Relation> relations, string kind) =>
        relations.Values.FirstOrDefault(relation => relation.Kind == kind)?.Target;

    ZipArchiveEntry? Entry(string path) =>
        archive.GetEntry(path) ?? archive.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    T Using<T>(string path, Func<XmlReader, T> read)
    {
        using var stream = (Entry(path) ?? throw WorkbookFile.Broken()).Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
        return read(reader);
    }

    sealed record Relation(string Kind, string Target);
}
