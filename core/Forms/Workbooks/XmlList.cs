using System.Text;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Reads an .xml list: a root element, in it items, in them the values.</summary>
static class XmlList
{
    internal static AttachedList Read(string fileName, byte[] bytes)
    {
        using var reader = new PartReader(new MemoryStream(bytes), new CellBudget());
        var rows = new ListRows(fileName);
        while (reader.Read())
        {
            if (reader.IsElement && reader.Depth == 1)
            {
                var line = reader.Line;
                _ = reader.Name == "item" ? true : throw AttachedList.Refused("list-broken", fileName, line,
                    $"The list holds an element {reader.Name} where only item may stand: <root><item><name>…</name><label>…</label></item></root>.");
                rows.Add(line, Item(reader, fileName));
            }
        }
        return rows.Rows.Count > 0 ? new(rows.Rows, []) : throw AttachedList.Refused("list-empty", fileName, null, "The list has no item: <root><item><name>…</name><label>…</label></item></root>.");
    }

    static List<KeyValuePair<string, string>> Item(PartReader reader, string fileName)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var text = new StringBuilder();
        var depth = reader.Depth;
        while (!reader.IsEmpty && reader.Read() && reader.Depth > depth)
        {
            if (reader.IsElement)
            {
                var name = reader.Name;
                _ = reader.Append(text.Clear()) ? true : throw CellBudget.TextTooLong(fileName, reader.Line);
                pairs.Add(KeyValuePair.Create(name, CellText.Of(text.ToString())));
                _ = pairs.Count <= WorkbookCaps.Columns ? true : throw AttachedList.Refused("list-columns", fileName, reader.Line, $"The item has more than {WorkbookCaps.Columns} values.");
            }
        }
        return pairs;
    }
}
