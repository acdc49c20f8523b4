using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Rows of a text with separators, each with the line of the file where it begins.</summary>
static class CsvTable
{
    static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="sheet">Whose name a refusal gives: the file's, or "".</param>
    internal static IEnumerable<(int Line, string[] Cells)> Rows(string text, string sheet)
    {
        var (separator, skipped) = Separator(text);
        using var letters = new BoundedLetters(text, skipped);
        using var parser = new CsvParser(letters, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = WorkbookCaps.TextLength,
        });
        var before = skipped > 0 ? 1 : 0;
        for (var line = 1; Next(parser, sheet, line + before); line = parser.RawRow + 1)
        {
            letters.Begin();
            if (parser.Count > WorkbookCaps.Columns)
            {
                throw new WorkbookRefusedException("workbook-too-many-columns", sheet, line + before, $"The row has more than {WorkbookCaps.Columns} columns. Delete those that are not needed.");
            }
            yield return (line + before, parser.Record ?? []);
        }
    }

    static bool Next(CsvParser parser, string sheet, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw CellBudget.TextTooLong(sheet, line);
        }
        catch (RowTooLongException)
        {
            throw CellBudget.TextTooLong(sheet, line);
        }
    }

    /// <summary>The separator, and how many characters at the start say nothing else: Excel's line "sep=;".</summary>
    static (char Separator, int Skipped) Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4])
            && text.IndexOf('\n') is >= 5 and <= 6 and var end)
        {
            return (text[4], end + 1);
        }
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var counts = Counts(line);
            if (counts.Any(count => count > 0))
            {
                return (Separators[Array.IndexOf(counts, counts.Max())], 0);
            }
        }
        return (',', 0);
    }

    static int[] Counts(ReadOnlySpan<char> line)
    {
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            if (!quoted && Array.IndexOf(Separators, letter) is >= 0 and var which)
            {
                counts[which]++;
            }
        }
        return counts;
    }
}
