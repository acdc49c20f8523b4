using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>How the value of a cell is written as text.</summary>
static partial class CellText
{
    /// <summary>No spaces around, every kind of space as a space, line ends as one kind, nothing that cannot be seen.</summary>
    internal static string Of(string raw) => (raw.AsSpan().ContainsAny(Special) ? Cleaned(raw) : raw).Trim();

    /// <summary>The text of a workbook's markup: _x000D_ stands for the character of that number.</summary>
    internal static string Decoded(string raw) => raw.Contains("_x", StringComparison.Ordinal) ? Whole(Escaped().Replace(raw, Character)) : raw;

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

    const string Spaces = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    const string LineEnds = "\v\f\u0085\u2028\u2029";

    /// <summary>Zero-width characters, marks of direction and control characters; joiners stay, they belong to letters and emoji.</summary>
    const string Unseen = "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F"
        + "\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    static readonly SearchValues<char> Special = SearchValues.Create("\r" + Spaces + LineEnds + Unseen);

    static string Cleaned(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var letter in raw.Replace("\r\n", "\n"))
        {
            if (!Unseen.Contains(letter))
            {
                text.Append(letter == '\r' || LineEnds.Contains(letter) ? '\n' : Spaces.Contains(letter) ? ' ' : letter);
            }
        }
        return text.ToString();
    }

    static string Character(Match escaped) =>
        ((char)ushort.Parse(escaped.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    /// <summary>Halves of a character without the other half as the sign for an unknown one.</summary>
    static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }
        return whole.ToString();
    }

    static bool IsPlainWhole(string raw) => raw.Length is > 0 and < 15 && raw[0] is >= '1' and <= '9' && !raw.AsSpan().ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}
