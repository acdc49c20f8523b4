using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>A place on Earth, in degrees.</summary>
readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The place in "latitude longitude altitude accuracy", the last two optional; null when it is none.</summary>
    public static GeoPoint? Read(string text)
    {
        var words = StringFunctions.Words(text);
        if (words.Length is < 2 or > 4)
        {
            return null;
        }
        var numbers = Array.ConvertAll(words, Number);
        var isRight = Math.Abs(numbers[0]) <= 90 && Math.Abs(numbers[1]) <= 180 && numbers.All(double.IsFinite) && (numbers.Length < 4 || numbers[3] >= 0);
        return isRight ? new(numbers[0], numbers[1]) : null;
    }

    /// <summary>The places of a line: one text between semicolons, or a text a place; null when one of them is none.</summary>
    public static List<GeoPoint>? Line(IEnumerable<string> texts)
    {
        List<string> places = [.. texts];
        if (places is [var line])
        {
            places = [.. line.Trim().TrimEnd(';', ' ').Split(';')];
        }
        List<GeoPoint> points = [];
        foreach (var place in places)
        {
            if (Read(place) is not { } point)
            {
                return null;
            }
            points.Add(point);
        }
        return points.Count == 0 ? null : points;
    }

    /// <summary>Whether two straight pieces have a point in common.</summary>
    public static bool Cross(GeoPoint from, GeoPoint to, GeoPoint start, GeoPoint end)
    {
        var (one, two, three, four) = (Turn(from, to, start), Turn(from, to, end), Turn(start, end, from), Turn(start, end, to));
        return (one != two && three != four)
            || (one == 0 && Holds(from, to, start)) || (two == 0 && Holds(from, to, end))
            || (three == 0 && Holds(start, end, from)) || (four == 0 && Holds(start, end, to));
    }

    static double Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    /// <summary>To which side the third point lies: -1, 0 or 1.</summary>
    static int Turn(GeoPoint one, GeoPoint two, GeoPoint three) => Math.Sign(
        ((two.Longitude - one.Longitude) * (three.Latitude - one.Latitude)) - ((two.Latitude - one.Latitude) * (three.Longitude - one.Longitude)));

    static bool Holds(GeoPoint from, GeoPoint to, GeoPoint point) =>
        point.Latitude >= Math.Min(from.Latitude, to.Latitude) && point.Latitude <= Math.Max(from.Latitude, to.Latitude)
        && point.Longitude >= Math.Min(from.Longitude, to.Longitude) && point.Longitude <= Math.Max(from.Longitude, to.Longitude);
}
