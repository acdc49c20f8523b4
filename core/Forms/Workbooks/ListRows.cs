namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Gathers the rows of an attached list whose columns come up one by one, as in XML and GeoJSON.</summary>
sealed class ListRows(string fileName)
{
    readonly Dictionary<string, int> columns = [];
    readonly List<ListRow> rows = [];
    long characters;

    internal IReadOnlyList<ListRow> Rows => rows;

    internal void Add(int number, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        foreach (var (column, _) in pairs.Where(pair => columns.TryAdd(pair.Key, columns.Count)))
        {
            Check(columns.Count > WorkbookCaps.Columns, "list-columns", number, $"The list has more than {WorkbookCaps.Columns} columns; {column} is one too many.");
        }
        var values = new string[pairs.Count == 0 ? 0 : pairs.Max(pair => columns[pair.Key]) + 1];
        Array.Fill(values, "");
        foreach (var (column, value) in pairs)
        {
            characters += value.Length;
            values[columns[column]] = value;
        }
        Check(characters > WorkbookCaps.TextTotal, "list-too-large", number, $"The list has more than {WorkbookCaps.TextTotal / 1_000_000} million characters.");
        rows.Add(new(number, columns, values));
        AttachedList.CheckCount(fileName, rows.Count);
    }

    void Check(bool wrong, string code, int number, string message)
    {
        if (wrong)
        {
            throw AttachedList.Refused(code, fileName, number, message);
        }
    }
}
