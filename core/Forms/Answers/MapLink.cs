using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Links to maps that people share, and what can be seen of the place without opening them.</summary>
static partial class MapLink
{
    /// <summary>Whether the writing is a link that does not say where it leads.</summary>
    public static bool IsClosed(string text) => Link().IsMatch(text) && Pair(text) is null;

    /// <summary>Latitude and longitude as written in a link: of the place itself, else of what is asked for, else of the map's middle; null when it holds none.</summary>
    public static (string Latitude, string Longitude)? Pair(string text)
    {
        if (!Link().IsMatch(text))
            return null;
        var open = text.Replace("%2C", ",", StringComparison.OrdinalIgnoreCase).Replace("%20", " ", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.OrdinalIgnoreCase);
        return new[] { Pin(), Asked(), Marked(), Middle(), Fragment() }.Select(way => way.Match(open))
            .Where(match => match.Success).Select(match => ((string, string)?)(match.Groups["lat"].Value, match.Groups["lon"].Value)).FirstOrDefault();
    }

    [GeneratedRegex(@"https?://|geo:|maps?\.(?:app\.)?goo|goo\.gl/|google\.[a-z.]+/maps|www\.\S+\.\S+/", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"!3d(?<lat>[+-]?\d{1,3}(?:\.\d+)?)!4d(?<lon>[+-]?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex Pin();

    [GeneratedRegex(@"(?:[?&](?:q|query|ll|sll|center|destination|daddr|sensor|coordinate)=(?:loc:)?|/(?:place|search|dir)/|geo:)(?<lat>[+-]?\d{1,3}(?:\.\d+)?),[\s+]*(?<lon>[+-]?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"[?&]m?lat=(?<lat>[+-]?\d{1,3}(?:\.\d+)?)&m?lon=(?<lon>[+-]?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex Marked();

    [GeneratedRegex(@"/@(?<lat>[+-]?\d{1,3}(?:\.\d+)?),(?<lon>[+-]?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex Middle();

    [GeneratedRegex(@"#map=\d+/(?<lat>[+-]?\d{1,3}(?:\.\d+)?)/(?<lon>[+-]?\d{1,3}(?:\.\d+)?)")]
    private static partial Regex Fragment();
}
