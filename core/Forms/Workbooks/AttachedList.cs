using System.Text;
using System.Text.Json;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>A list that a form takes choices or values from, as it came in a file beside the form.</summary>
/// <param name="Rows">In the file's order; null when a finding is a refusal.</param>
/// <param name="Findings">What is wrong with the file: the sheet is its name, the row its line (of a .geojson the feature, the first being 1).</param>
public sealed record AttachedList(IReadOnlyList<ListRow>? Rows, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads a .csv, .xml or .geojson list by its name. Never throws on an author's file: a broken or huge one gives a refusal.</summary>
    public static AttachedList Read(string fileName, byte[] bytes)
    {
        try
        {
            CheckSize(fileName, bytes);
            return Path.GetExtension(fileName).ToLowerInvariant() switch
            {
                ".csv" => CsvList.Read(fileName, bytes),
                ".xml" => XmlList.Read(fileName, bytes),
                ".geojson" => GeoJsonList.Read(fileName, bytes),
                _ => throw Refused("list-kind", fileName, null, "A list is a .csv, .xml or .geojson file. Save it as CSV UTF-8 with the columns name and label."),
            };
        }
        catch (WorkbookRefusedException refused)
        {
            return new(null, [refused.Finding.Sheet.Length > 0 ? refused.Finding : refused.Finding with { Sheet = fileName }]);
        }
        catch (Exception broken) when (WorkbookFile.IsBroken(broken) || broken is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return new(null, [Refused("list-broken", fileName, Line(broken), "The file is damaged or is not what its name says. Save it again as CSV UTF-8.").Finding]);
        }
    }

    internal static WorkbookRefusedException Refused(string code, string fileName, int? row, string message) => new(code, fileName, row, message);

    internal static void CheckCount(string fileName, int count)
    {
        if (count > WorkbookCaps.ListRows)
        {
            throw Refused("list-too-long", fileName, null, $"The list has more than {WorkbookCaps.ListRows} rows. Split it, or leave out what is never chosen.");
        }
    }

    static void CheckSize(string fileName, byte[] bytes)
    {
        if (bytes.Length > WorkbookCaps.AttachmentBytes)
        {
            throw Refused("list-too-large", fileName, null, $"The list has more than {WorkbookCaps.AttachmentBytes / 1_000_000} MB. Leave out the columns that the form does not use.");
        }
    }

    static int? Line(Exception broken) => broken switch
    {
        System.Xml.XmlException { LineNumber: > 0 } markup => markup.LineNumber,
        JsonException { LineNumber: { } line } => (int)line + 1,
        _ => null,
    };
}
