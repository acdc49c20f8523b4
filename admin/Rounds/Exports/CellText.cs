using System.Buffers;
using System.Globalization;
using System.Text;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Values as files may take them.</summary>
static class CellText
{
    const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    static readonly SearchValues<char> OfPlaces = SearchValues.Create("0123456789.-; ");

    /// <summary>The value as a spreadsheet may take it: numbers and places as they are, all else made harmless.</summary>
    public static string Of(ExportColumn column, ExportRow row)
    {
        var value = column.Value(row) ?? "";
        return IsSafe(column, value) ? value : Harmless.Of(value);
    }

    /// <summary>The number; null when the text is none.</summary>
    public static decimal? Number(string value) => decimal.TryParse(value, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The text without half surrogate pairs, which no encoding of files can hold.</summary>
    public static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    /// <summary>Whether the value is of digits and signs that no spreadsheet takes for a formula.</summary>
    public static bool IsSafe(ExportColumn column, string value) => column.Question?.Type switch
    {
        null => false,
        QuestionType.GeoPoint or QuestionType.GeoTrace or QuestionType.GeoShape => !value.AsSpan().ContainsAnyExcept(OfPlaces),
        QuestionType.Calculate => Number(value) is not null,
        _ => column.IsNumber && Number(value) is not null,
    };
}
