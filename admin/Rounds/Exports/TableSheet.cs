namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The two sheets of one table: its codes, and the same in words. With repeats the rows are numbered as Kobo numbers them.</summary>
sealed class TableSheet
{
    public const string Codebook = "codebook";
    const string Main = "data";

    readonly string language;
    readonly TableSheet? parent;
    readonly bool isNumbered;
    readonly IReadOnlyList<ExportColumn> columns;
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    int last;

    TableSheet(WorkbookWriter book, ExportTable table, string name, string words, string language, TableSheet? parent, bool isNumbered)
    {
        (Table, Name, this.language, this.parent, this.isNumbered) = (table, name, language, parent, isNumbered);
        columns = Fitting(table.Columns);
        Codes = book.Open(name, [.. columns.Select(column => (object?)Harmless.Of(column.Heading)), .. Numbers()]);
        Words = book.Open(words, [.. columns.Select(column => (object?)Harmless.Of(column.Label(language))), .. Numbers()]);
    }

    public ExportTable Table { get; }

    public string Name { get; }

    public WorkbookSheet Codes { get; }

    public WorkbookSheet Words { get; }

    /// <summary>Data and a sheet a repeat, outer ones first.</summary>
    public static IReadOnlyList<TableSheet> Of(WorkbookWriter book, ExportPlan plan)
    {
        var sheets = new List<TableSheet>();
        var names = new SheetNames([Codebook]);
        foreach (var table in plan.Tables)
        {
            var name = names.Take(table.Parent is null ? Main : table.Name[(table.Name.LastIndexOf('/') + 1)..]);
            var words = names.Take(table.Parent is null ? "labels" : "labels " + name);
            sheets.Add(new TableSheet(book, table, name, words, plan.Language, sheets.Find(sheet => sheet.Table == table.Parent), plan.HasRepeats));
        }
        return sheets;
    }

    /// <summary>Writes the session's rows; the sheets of outer repeats must have theirs already.</summary>
    public void Write(ExportRecord record)
    {
        numbers.Clear();
        foreach (var row in record.Rows(Table))
        {
            numbers[row.Instance] = ++last;
            Codes.Row([.. columns.Select(column => ExportWorkbook.Code(column, row)), .. Numbers(row)]);
            Words.Row([.. columns.Select(column => ExportWorkbook.Words(column, row, language)), .. Numbers(row)]);
        }
    }

    IEnumerable<object?> Numbers() => !isNumbered ? [] : parent is null ? ["_index"] : ["_index", "_parent_table_name", "_parent_index"];

    IEnumerable<object?> Numbers(ExportRow row) => !isNumbered ? []
        : parent is null ? [(decimal)last]
        : [(decimal)last, parent.Name, parent.numbers.TryGetValue(row.Around, out var number) ? (decimal)number : null];

    /// <summary>What a sheet holds: where there are more columns, the 0/1 columns give way.</summary>
    static IReadOnlyList<ExportColumn> Fitting(IReadOnlyList<ExportColumn> columns) =>
        columns.Count + 3 <= WorkbookSheet.MostColumns ? columns
        : [.. columns.Where(column => column.Option is null).Take(WorkbookSheet.MostColumns - 3)];
}
