namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Reads a .csv list: the first row that is not blank names the columns.</summary>
static class CsvList
{
    const int Notes = 20;

    internal static AttachedList Read(string fileName, byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0) && !PlainText.HasMark(bytes))
        {
            throw AttachedList.Refused("list-broken", fileName, null, "The file is not a text. Save the list as CSV UTF-8.");
        }
        var (text, guessed) = PlainText.Of(bytes);
        List<Finding> findings = guessed ? [PlainText.GuessedEncoding(fileName)] : [];
        Dictionary<string, int>? columns = null;
        var rows = new List<ListRow>();
        foreach (var (line, cells) in CsvTable.Rows(text, fileName))
        {
            var values = Array.ConvertAll(cells, CellText.Of);
            if (!Array.Exists(values, value => value.Length > 0))
            {
                continue;
            }
            if (columns is null)
            {
                columns = Columns(fileName, line, values);
                continue;
            }
            NoteLeftOver(fileName, line, values, columns, findings);
            rows.Add(new(line, columns, values));
            AttachedList.CheckCount(fileName, rows.Count);
        }
        return columns is not null ? new(rows, findings) : throw AttachedList.Refused("list-empty", fileName, null, "The list is empty. Write the columns name and label in its first row.");
    }

    static Dictionary<string, int> Columns(string fileName, int line, string[] headers)
    {
        var columns = new Dictionary<string, int>();
        foreach (var (index, header) in headers.Index().Where(header => header.Item.Length > 0))
        {
            _ = columns.TryAdd(header, index) ? true : throw AttachedList.Refused("list-header-twice", fileName, line, $"The column {header} stands twice. Keep one of them.");
        }
        return columns;
    }

    static void NoteLeftOver(string fileName, int line, string[] values, Dictionary<string, int> columns, List<Finding> findings)
    {
        if (findings.Count < Notes && values.Index().Any(value => value.Item.Length > 0 && !columns.ContainsValue(value.Index)))
        {
            findings.Add(new(Severity.Warning, "list-left-over", fileName, line, null, null,
                "A value stands under no header and is left out. Put values that hold a separator into quotation marks, or write a header."));
        }
    }
}
