using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>How the value of a cell is written as text.</summary>
static partial class CellText
{
    /// <summary>No spaces around, no-break spaces as spaces, line ends as one kind.</summary>
    internal static string Of(string raw)
    {
        if (raw.AsSpan().IndexOfAny(Special) < 0)
        {
            return raw.Trim();
        }
        var text = raw.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(raw) : raw;
        return text.Replace('\u00A0', ' ').Replace("\u200B", "").Replace("\uFEFF", "").Replace("\r\n", "\n").Replace('\r', '\n').Trim();
    }

    /// <summary>The text with every run of white space as one space.</summary>
    internal static string Plain(string text) => WhiteSpace().Replace(Of(text), " ");

    /// <summary>A number as a person reads it in the cell: 15 digits, no trailing zeros, no exponent.</summary>
    internal static string Number(string raw)
    {
        if (IsPlainWhole(raw) || !double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw;
        }
        return Math.Abs(number) < 1e27
            ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A serial day number as a date, a date with time, or a time.</summary>
    internal static string Date(string raw, bool from1904)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) || serial is < 0 or > 2_900_000)
        {
            return Number(raw);
        }
        var moment = DateTime.FromOADate(serial + (from1904 ? DaysTo1904 : serial is > 0 and < 60 ? 1 : 0));
        var pattern = serial < 1 ? "HH:mm:ss" : moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss";
        return moment.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>Days between the two epochs that spreadsheets count from.</summary>
    const int DaysTo1904 = 1462;

    static readonly SearchValues<char> Special = SearchValues.Create("_\r\u00A0\u200B\uFEFF");

    static bool IsPlainWhole(string raw) => raw.Length is > 0 and < 15 && raw[0] is >= '1' and <= '9' && !raw.AsSpan().ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
