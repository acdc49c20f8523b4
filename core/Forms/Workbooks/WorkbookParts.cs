using System.IO.Compression;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Finds a workbook's parts in its archive by their relationships and reads them as streams.</summary>
sealed class WorkbookParts
{
    readonly CellBudget budget = new();
    readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    internal WorkbookParts(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            entries.TryAdd(PartPath.Of(entry.FullName), entry);
        }
    }

    internal WorkbookReading Read()
    {
        var main = Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = Relations(main);
        var (named, from1904) = Listed(main);
        var shared = Part(relations, "sharedStrings") is { } strings ? Using(strings, SharedStrings.Read) : [];
        var formats = Part(relations, "styles") is { } styles ? Using(styles, CellFormats.Read) : CellFormats.None;
        var sheets = new List<Sheet>();
        var once = new HashSet<string>();
        foreach (var (name, id) in named)
        {
            if (relations.TryGetValue(id, out var relation) && relation.Kind == "worksheet")
            {
                _ = once.Add(relation.Target) ? true : throw WorkbookFile.Broken();
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
            if (reader.Starts("workbookPr"))
            {
                from1904 = reader.Attribute("date1904") is "1" or "true";
            }
            else if (reader.Starts("sheet"))
            {
                sheets.Add((reader.Attribute("name"), reader.RelationId()));
                CheckCount(sheets.Count);
            }
        }
        return (sheets, from1904);
    });

    static void CheckCount(int sheets)
    {
        if (sheets > WorkbookCaps.Sheets)
        {
            throw new WorkbookRefusedException("workbook-too-many-sheets", "", null,
                $"The workbook has more than {WorkbookCaps.Sheets} sheets. Keep only those that the form needs.");
        }
    }

    Dictionary<string, Relation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var path = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return !entries.ContainsKey(path) ? [] : Using(path, reader =>
        {
            var relations = new Dictionary<string, Relation>();
            while (reader.Read())
            {
                if (reader.Starts("Relationship") && reader.Attribute("TargetMode") != "External")
                {
                    var kind = reader.Attribute("Type");
                    relations[reader.Attribute("Id")] = new(kind[(kind.LastIndexOf('/') + 1)..], Found(PartPath.Within(part[..slash], reader.Attribute("Target"))));
                    _ = relations.Count <= WorkbookCaps.Entries ? true : throw WorkbookFile.Broken();
                }
            }
            return relations;
        });
    }

    /// <summary>A target may be escaped as in an address, such as sheet%201.xml.</summary>
    string Found(string target) => entries.ContainsKey(target) ? target : Uri.UnescapeDataString(target);

    /// <summary>A part of a kind that a workbook may do without; null when it is not in the archive.</summary>
    string? Part(Dictionary<string, Relation> relations, string kind) =>
        relations.Values.FirstOrDefault(relation => relation.Kind == kind && entries.ContainsKey(relation.Target))?.Target;

    T Using<T>(string path, Func<PartReader, T> read)
    {
        using var reader = new PartReader((entries.GetValueOrDefault(path) ?? throw WorkbookFile.Broken()).Open(), budget);
        return read(reader);
    }

    sealed record Relation(string Kind, string Target);
}
