using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Numbers as people write them: digits of any script, decimal comma, spaced thousands, words.</summary>
static partial class UnderstandNumber
{
    /// <summary>Most characters of a number: beyond them it is an identity or telephone number, not a count.</summary>
    const int LongestNumber = 15;

    /// <summary>A whole number.</summary>
    public static Understanding Whole(string text) => Read(text, isWhole: true) switch
    {
        null => Understanding.Unclear("understand.number"),
        var (value, _) when value != decimal.Truncate(value) => Understanding.Unclear("understand.whole"),
        var (value, echo) => Understanding.Read(Canonical(value), echo),
    };

    /// <summary>A number with or without a fraction.</summary>
    public static Understanding Decimal(string text) => Read(text, isWhole: false) switch
    {
        null => Understanding.Unclear("understand.number"),
        var (value, echo) => Understanding.Read(Canonical(value), echo),
    };

    // Truncation takes the sign off a zero.
    internal static string Canonical(decimal value) =>
        value == 0 ? "0" : value.ToString("0.###############", CultureInfo.InvariantCulture);

    static (decimal Value, bool Echo)? Read(string text, bool isWhole)
    {
        var folded = Folding.Fold(text).TrimStart(' ', '"', '\'', '*', '(', '[').TrimEnd(' ', '"', '\'', '*', ')', ']', '.', ',', ';', ':', '!', '?');
        var number = Around().Match(folded).Groups["number"].Value;
        if (NumberWords.Value(number) is { } named)
            return (named, true);
        var (plain, isSure) = Digits(number, isWhole);
        return plain.Length <= LongestNumber && decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (value, number != folded || !isSure)
            : null;
    }

    /// <summary>The number with a decimal point and no thousands marks, and whether it could be read in one way only; "" when it is none.</summary>
    static (string Plain, bool IsSure) Digits(string number, bool isWhole)
    {
        if (Spaced().IsMatch(number))
            return (number.Replace(" ", "").Replace("'", "").Replace(',', '.'), true);
        if (CommaThousands().IsMatch(number) && (isWhole || !ThreeDecimals().IsMatch(number)))
            return (number.Replace(",", ""), false);
        if (PointThousands().IsMatch(number) && (isWhole || !ThreeDecimals().IsMatch(number)))
            return (number.Replace(".", "").Replace(',', '.'), false);
        return Plain().IsMatch(number) ? (number.Replace(',', '.'), !number.Contains(',') || !ThreeDecimals().IsMatch(number)) : ("", false);
    }

    // What people write around a number: about, and what is counted. Months and days are left out: they change the number.
    [GeneratedRegex(@"^(?:(?:about|around|approximately|approx\.?|roughly|environ|a peu pres|vers|hafi ya|hafi|nka|ni|imyaka|abantu) |[~≈] ?)*(?<number>.*?)(?:(?<=\d) ?%| (?:years?|ans?|annees?|people|persons?|personnes?|imyaka|abantu))?$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(?:[ ']\d{3})+(?:[.,]\d+)?$")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$")]
    private static partial Regex CommaThousands();

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex PointThousands();

    /// <summary>"1,000" and "1.000": a thousand where no fraction is wanted, else one with three decimals.</summary>
    [GeneratedRegex(@"^[+-]?\d{1,3}[.,]\d{3}$")]
    private static partial Regex ThreeDecimals();

    [GeneratedRegex(@"^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$")]
    private static partial Regex Plain();
}
