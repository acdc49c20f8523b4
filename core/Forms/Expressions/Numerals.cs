using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Numbers as texts: as few digits as tell them apart, never with an exponent.</summary>
static class Numerals
{
    public static string Text(double number)
    {
        if (number == 0)
        {
            return "0";
        }
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        return exponentAt < 0 ? shortest : WithoutExponent(shortest[..exponentAt], int.Parse(shortest[(exponentAt + 1)..], CultureInfo.InvariantCulture));
    }

    static string WithoutExponent(string mantissa, int exponent)
    {
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var digits = mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        return exponent < 0
            ? sign + "0." + new string('0', -exponent - 1) + digits
            : sign + digits.PadRight(exponent + 1, '0');
    }
}
