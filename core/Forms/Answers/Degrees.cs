using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>One place in degrees: as a device shares it, as decimals, as degrees with minutes and seconds, or in a link.</summary>
static partial class Degrees
{
    /// <summary>Decimals kept of a degree: about a centimetre.</summary>
    const int Decimals = 7;

    /// <summary>The place; null when the writing is none, or names none on the earth.</summary>
    public static MapPoint? Read(string text)
    {
        var point = MapLink.Pair(text) is var (latitude, longitude) ? new MapPoint(Number(latitude), Number(longitude), 0, 0, IsShared: false)
            : Shared(text.Trim()) ?? Written(Marked(text));
        return point is { IsOnEarth: true } ? point : null;
    }

    static MapPoint? Shared(string text)
    {
        var match = FromDevice().Match(text);
        var isPlain = match.Groups["altitude"].Success || text.Contains('.', StringComparison.Ordinal);
        return match.Success && isPlain
            ? new MapPoint(Number(match.Groups["lat"].Value), Number(match.Groups["lon"].Value), Number(match.Groups["altitude"].Value), Number(match.Groups["accuracy"].Value), IsShared: true)
            : null;
    }

    // A comma between digits parts the two numbers, or else their decimals.
    static MapPoint? Written(string folded) => Both(folded)
        ?? (folded.Contains('.', StringComparison.Ordinal) ? null : Both(DecimalComma().Replace(folded, ".")));

    static MapPoint? Both(string folded)
    {
        var first = Coordinate().Match(folded);
        if (!first.Success)
            return null;
        var between = Between().Match(folded, first.Length);
        var second = Coordinate().Match(folded, first.Length + between.Length);
        if (!second.Success || first.Length + between.Length + second.Length != folded.Length || !AreDegrees(first, second))
            return null;
        var isLongitudeFirst = IsLongitude(first);
        if (isLongitudeFirst ? IsLongitude(second) : IsLatitude(second) || (IsLatitude(first) != IsLongitude(second) && !IsSigned(first, second)))
            return null;
        var (latitude, longitude) = isLongitudeFirst ? (second, first) : (first, second);
        return Value(latitude) is { } north && Value(longitude) is { } east ? new MapPoint(north, east, 0, 0, IsShared: false) : null;
    }

    // Two plain whole numbers are a count of something, not a place.
    static bool AreDegrees(Match first, Match second) =>
        new[] { first, second }.All(match => match.Groups["degree"].Value.Contains('.', StringComparison.Ordinal) || match.Groups["mark"].Success || match.Groups["side"].Success || match.Groups["name"].Success);

    static bool IsSigned(Match first, Match second) => !first.Groups["side"].Success || !second.Groups["side"].Success;

    static bool IsLongitude(Match match) => match.Groups["name"].Value.StartsWith("lo", StringComparison.Ordinal) || match.Groups["name"].Value == "lng"
        || match.Groups["side"].Value is ['e' or 'w' or 'o', ..];

    static bool IsLatitude(Match match) => match.Groups["name"].Value.StartsWith("la", StringComparison.Ordinal) || match.Groups["side"].Value is ['n' or 's', ..];

    static decimal? Value(Match match)
    {
        var (degrees, minutes, seconds) = (Number(match.Groups["degree"].Value), Number(match.Groups["minute"].Value), Number(match.Groups["second"].Value));
        if (minutes >= 60 || seconds >= 60)
            return null;
        var isBelow = match.Groups["sign"].Value == "-" || match.Groups["side"].Value is ['s' or 'w' or 'o', ..];
        return decimal.Round(degrees + (minutes / 60) + (seconds / 3600), Decimals, MidpointRounding.AwayFromZero) * (isBelow ? -1 : 1);
    }

    static decimal Number(string digits) => digits == "" ? 0 : decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Before folding, which makes letters or spaces of the marks for degrees.
    static string Marked(string text) =>
        Folding.Fold(text.Replace('º', '°').Replace('˚', '°').Replace('″', '"')).Trim(' ', '(', ')', '[', ']', '.', ',', ';').Replace("''", "\"");

    [GeneratedRegex(@"^(?<lat>[+-]?\d{1,3}(?:\.\d{1,20})?)\s+(?<lon>[+-]?\d{1,3}(?:\.\d{1,20})?)\s+(?:(?<altitude>[+-]?\d{1,5}(?:\.\d{1,20})?)\s+)?(?<accuracy>\d{1,9}(?:\.\d{1,20})?)$", RegexOptions.ECMAScript)]
    private static partial Regex FromDevice();

    [GeneratedRegex(@"\G(?:(?<name>latitude|longitude|lat|long|lng|lon)[ .:=]*)?(?:(?<side>north|south|nord|sud|east|west|ouest|est|[nsewo]) ?)?(?<sign>[+-])? ?(?<degree>[0-9]{1,3}(?:\.[0-9]{1,20})?)(?: ?(?<mark>°|degrees?|deg|degres?))?(?: ?(?<minute>[0-9]{1,2}(?:\.[0-9]{1,20})?) ?(?:'|minutes?|min))?(?: ?(?<second>[0-9]{1,2}(?:\.[0-9]{1,20})?) ?"")?(?(side)|(?: ?(?<side>north|south|nord|sud|east|west|ouest|est|[nsewo])(?![a-z]))?)")]
    private static partial Regex Coordinate();

    [GeneratedRegex(@"\G *[,;/|]? *")]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9])")]
    private static partial Regex DecimalComma();
}
