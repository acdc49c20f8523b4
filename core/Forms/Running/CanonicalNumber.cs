using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>Numbers as they are stored: a point, no plus sign, no leading zeros.</summary>
static partial class CanonicalNumber
{
    internal static bool IsWhole(string text) => Whole().IsMatch(text);

    internal static bool IsFraction(string text) => Fraction().IsMatch(text);

    /// <summary>The number of a text that IsFraction takes.</summary>
    internal static decimal Value(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Without a plus sign and without leading zeros; digits behind the point stay as they were written.</summary>
    internal static string Plain(string number)
    {
        var sign = number[0] == '-' ? "-" : "";
        var digits = number.TrimStart('+', '-').TrimStart('0');
        return sign + (digits.Length == 0 || digits[0] == '.' ? "0" : "") + digits.TrimEnd('.');
    }

    /// <summary>18 digits: what any tool that reads the results holds.</summary>
    [GeneratedRegex(@"^[+-]?[0-9]{1,18}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?(?=\.?[0-9])[0-9]{0,18}\.?[0-9]{0,18}$")]
    private static partial Regex Fraction();
}
