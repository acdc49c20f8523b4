namespace RbcBot.Core.Forms.Running;

/// <summary>Places as they are stored: degrees north, degrees east, metres above the sea, metres of accuracy.</summary>
static class CanonicalPlace
{
    const decimal Pole = 90, DateLine = 180;

    internal static bool IsPoint(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 2 and <= 4 && parts.All(CanonicalNumber.IsFraction)
            && Math.Abs(CanonicalNumber.Value(parts[0])) <= Pole && Math.Abs(CanonicalNumber.Value(parts[1])) <= DateLine;
    }

    /// <summary>A point in all its four numbers, each with a digit behind the point: what other tools write.</summary>
    internal static string Point(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CanonicalNumber.Plain).Select(number => number.Contains('.', StringComparison.Ordinal) ? number : number + ".0");
        return string.Join(' ', parts.Concat(Enumerable.Repeat("0.0", 4)).Take(4));
    }

    internal static string Line(string text) =>
        string.Join(';', text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Point));

    /// <summary>Whether it is a line of at least so many points.</summary>
    internal static bool IsLine(string text, int fewest)
    {
        var points = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return points.Length >= fewest && points.All(IsPoint);
    }
}
