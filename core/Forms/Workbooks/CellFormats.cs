using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Which of a workbook's cell formats show a date or a time.</summary>
sealed partial class CellFormats(IReadOnlyList<bool> dates)
{
    /// <summary>Characters of a format that are looked at; Excel takes no more.</summary>
    const int FormatLength = 255;

    static readonly SearchValues<char> DateLetters = SearchValues.Create("yYdDhH");

    internal static readonly CellFormats None = new([]);

    /// <param name="style">The cell's format; -1 when it names none.</param>
    internal bool IsDate(int style) => style >= 0 && style < dates.Count && dates[style];

    internal static CellFormats Read(PartReader reader)
    {
        var custom = new Dictionary<int, bool>();
        var formats = new List<bool>();
        var inCells = false;
        while (reader.Read())
        {
            if (reader.Name == "cellXfs")
            {
                inCells = reader.IsElement;
            }
            else if (reader.Starts("numFmt"))
            {
                custom[Number(reader, "numFmtId")] = ShowsDate(reader.Attribute("formatCode"));
            }
            else if (inCells && reader.Starts("xf"))
            {
                var id = Number(reader, "numFmtId");
                formats.Add(custom.TryGetValue(id, out var date) ? date : IsBuiltInDate(id));
            }
            Check(custom.Count, formats.Count);
        }
        return new(formats);
    }

    static void Check(int custom, int formats)
    {
        if (custom > WorkbookCaps.NumberFormats || formats > WorkbookCaps.Formats)
        {
            throw new WorkbookRefusedException("workbook-too-many-formats", "", null,
                "The workbook has more cell formats than Excel takes. Copy the form's sheets as values into a new workbook.");
        }
    }

    static int Number(PartReader reader, string attribute) =>
        int.TryParse(reader.Characters(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static bool IsBuiltInDate(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    static bool ShowsDate(string code) =>
        NotLetters().Replace(code.Length > FormatLength ? code[..FormatLength] : code, "") is var bare
        && (bare.AsSpan().ContainsAny(DateLetters) || bare.Contains("mmm", StringComparison.OrdinalIgnoreCase));

    /// <summary>Quoted words, escaped characters, and brackets such as [Red] or [$-409].</summary>
    [GeneratedRegex("\"[^\"]*\"|[\\\\_*].|\\[[^\\]]*\\]|General|Standard", RegexOptions.IgnoreCase)]
    private static partial Regex NotLetters();
}
