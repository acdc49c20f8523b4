using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Which of a workbook's cell formats show a date or a time.</summary>
sealed partial class CellFormats(IReadOnlyList<bool> dates)
{
    static readonly SearchValues<char> DateLetters = SearchValues.Create("yYdDhH");

    internal static readonly CellFormats None = new([]);

    internal bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < dates.Count && dates[index];

    internal static CellFormats Read(XmlReader reader)
    {
        var custom = new Dictionary<int, bool>();
        var formats = new List<bool>();
        var inCells = false;
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs")
            {
                inCells = reader.NodeType == XmlNodeType.Element;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                custom[Number(reader, "numFmtId")] = ShowsDate(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                var id = Number(reader, "numFmtId");
                formats.Add(custom.TryGetValue(id, out var date) ? date : IsBuiltInDate(id));
            }
        }
        return new(formats);
    }

    static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static bool IsBuiltInDate(int id) => id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58;

    static bool ShowsDate(string code) => NotLetters().Replace(code, "").AsSpan().ContainsAny(DateLetters);

    /// <summary>Quoted words, escaped characters, and brackets such as [Red] or [$-409].</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|General", RegexOptions.IgnoreCase)]
    private static partial Regex NotLetters();
}
