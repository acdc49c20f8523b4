using RbcBot.Core.Forms;

namespace RbcBot.Core.Content;

/// <summary>The list of rows whose Kinyarwanda no native speaker has confirmed yet.</summary>
static class ToValidate
{
    /// <summary>Whether a cell of the column chat::to-validate names Kinyarwanda.</summary>
    public static bool Marks(string cell) => cell.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Contains("rw", StringComparer.OrdinalIgnoreCase);

    /// <summary>One warning for a sheet; null when no row waits.</summary>
    public static Finding? Finding(string sheet, string column, IReadOnlyList<int> rows) => rows.Count == 0
        ? null
        : new(Severity.Warning, "to-validate", sheet, rows[0], column, null, $"Kinyarwanda of {rows.Count} rows waits for a native reader: rows {Ranges(rows)}.");

    static string Ranges(IReadOnlyList<int> rows)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var row in rows)
            if (ranges.Count > 0 && ranges[^1].Last == row - 1)
                ranges[^1] = (ranges[^1].First, row);
            else
                ranges.Add((row, row));
        return string.Join(", ", ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));
    }
}
