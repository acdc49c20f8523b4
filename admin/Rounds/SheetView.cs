using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Admin.Rounds;

/// <summary>A sheet of an author's file as she wrote it, with what was found in it.</summary>
/// <param name="Lines">Rows in order; of a long sheet those with findings and their neighbours, the rest folded away.</param>
/// <param name="Remarks">Findings about the whole sheet.</param>
public sealed record SheetView(string Name, IReadOnlyList<SheetHeader> Headers, IReadOnlyList<SheetLine> Lines, IReadOnlyList<Finding> Remarks)
{
    /// <summary>Rows of one sheet that are shown whole; a list of 5,000 health centres is not.</summary>
    internal const int MostWhole = 700;

    /// <summary>Rows shown before and after one with a finding, in a long sheet.</summary>
    const int Neighbours = 2;

    static readonly string[] Read = ["survey", "choices", "choice", "settings", "setting"];

    /// <summary>The sheets that make the form, in the file's order; none when the file is no workbook.</summary>
    public static IReadOnlyList<SheetView> Of(byte[] file, string fileName, IReadOnlyList<Finding> findings)
    {
        var sheets = Workbook.Read(file, fileName).Workbook?.Sheets ?? [];
        return [.. sheets.Where(sheet => Read.Contains(sheet.Name.Trim().ToLowerInvariant())).Select(sheet => Of(sheet, [.. findings.Where(finding => finding.Sheet == sheet.Name)]))];
    }

    /// <summary>Where a finding is shown on the page, such as survey-12.</summary>
    internal static string Mark(string sheet, int? row) => Uri.EscapeDataString(row is null ? sheet : FormattableString.Invariant($"{sheet}-{row}"));

    static SheetView Of(Sheet sheet, IReadOnlyList<Finding> findings)
    {
        var table = sheet.Table();
        var byRow = findings.Where(finding => finding.Row is not null).ToLookup(finding => finding.Row!.Value); // filtered just before
        var header = new SheetLine(table.HeaderRow, Cells(table.Headers, [.. byRow[table.HeaderRow]], key => table.HeaderText(key)), [.. byRow[table.HeaderRow]]);
        SheetLine[] lines = [.. table.Rows.Select(row => new SheetLine(row.Number, Cells(table.Headers, [.. byRow[row.Number]], key => row[key]), [.. byRow[row.Number]]))];
        SheetLine[] empty = [.. byRow.Select(group => group.Key).Except(lines.Select(line => line.Number)).Where(row => row != table.HeaderRow)
            .Select(row => new SheetLine(row, [], [.. byRow[row]]))];
        SheetLine[] all = [.. lines.Concat(empty).Concat(header.Findings.Count > 0 ? [header] : Array.Empty<SheetLine>()).OrderBy(line => line.Number)];
        return new(sheet.Name, [.. table.Headers.DistinctBy(one => one.Key)], all.Length > MostWhole ? Folded(all) : all, [.. findings.Where(finding => finding.Row is null)]);
    }

    static IReadOnlyList<SheetCellView> Cells(IReadOnlyList<SheetHeader> headers, IReadOnlyList<Finding> findings, Func<string, string> text) =>
        [.. headers.DistinctBy(header => header.Key).Select(header => new SheetCellView(header.Text, text(header.Key), Worst(findings.Where(finding => finding.Column == header.Text))))];

    static Severity? Worst(IEnumerable<Finding> findings) => findings.Select(finding => (Severity?)finding.Severity).Min();

    static IReadOnlyList<SheetLine> Folded(SheetLine[] lines)
    {
        var shown = lines.Index().Where(line => line.Item.Findings.Count > 0)
            .SelectMany(line => Enumerable.Range(line.Index - Neighbours, 2 * Neighbours + 1)).ToHashSet();
        List<SheetLine> all = [];
        foreach (var (index, line) in lines.Index())
        {
            if (shown.Contains(index))
                all.Add(line);
            else if (all.Count > 0 && all[^1].Folded > 0)
                all[^1] = all[^1] with { Folded = all[^1].Folded + 1 };
            else
                all.Add(new(line.Number, [], []) { Folded = 1 });
        }
        return all;
    }
}

/// <summary>One row of a sheet.</summary>
/// <param name="Number">Spreadsheet row.</param>
/// <param name="Cells">One for each header; empty for a row that holds nothing.</param>
public sealed record SheetLine(int Number, IReadOnlyList<SheetCellView> Cells, IReadOnlyList<Finding> Findings)
{
    /// <summary>How many rows from this one on are folded away, because nothing was found in them; 0 for a row that is shown.</summary>
    public int Folded { get; init; }
}

/// <summary>One cell of a row.</summary>
/// <param name="Worst">The gravest of what was found in it; null when nothing was.</param>
public sealed record SheetCellView(string Header, string Text, Severity? Worst);
