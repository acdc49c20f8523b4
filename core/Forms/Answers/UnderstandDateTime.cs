using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>A day with a time of day, in either order.</summary>
static partial class UnderstandDateTime
{
    /// <summary>Most words that are looked at.</summary>
    const int MostWords = 20;

    /// <param name="today">The day in Kigali.</param>
    public static Understanding Read(string text, DateOnly today)
    {
        var canonical = Iso().Match(text.Trim());
        var words = Folding.Fold(canonical.Success ? $"{canonical.Groups["day"].Value} {canonical.Groups["time"].Value}" : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
            return Understanding.Unclear("understand.datetime");
        var cuts = Enumerable.Range(1, Math.Max(0, words.Length - 1)).SelectMany(cut => new[]
        {
            (Day: Joined(words[..cut]), Time: Joined(words[cut..])),
            (Day: Joined(words[cut..]), Time: Joined(words[..cut])),
        }).ToList();
        string[] readings = [.. cuts.Select(cut => Whole(cut.Day, cut.Time, today)).OfType<string>().Distinct()];
        if (readings is [var one])
            return Understanding.Read(one, echo: !canonical.Success);
        var isEjo = cuts.Exists(cut => UnderstandTime.Clock(cut.Time) is not null && UnderstandDate.IsEjo(cut.Day));
        return Understanding.Unclear(isEjo ? "understand.ejo" : "understand.datetime");
    }

    static string? Whole(string day, string time, DateOnly today) =>
        UnderstandTime.Clock(time) is var (clock, _) && UnderstandDate.Day(day, today) is { } date
            ? $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{UnderstandTime.Canonical(clock)}"
            : null;

    static string Joined(string[] words) => Edges().Replace(string.Join(' ', words), "");

    [GeneratedRegex(@"^(?<day>\d{4}-\d{2}-\d{2})[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:\+02:?00)?)$")]
    private static partial Regex Iso();

    // The words between a day and a time.
    [GeneratedRegex(@"^(?:[,;-]|at|a|on|le)+ | ?[,;-]+$| (?:at|a|on|le|,|-)$")]
    private static partial Regex Edges();
}
