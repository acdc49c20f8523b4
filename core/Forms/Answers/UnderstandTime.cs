using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Times of day: 14:30, 14h30, 2:30 pm, 8 heures du soir, and the clock of Kinyarwanda, which counts from six.</summary>
static partial class UnderstandTime
{
    /// <summary>Longest writing, in characters, that can be a time.</summary>
    const int Longest = 80;

    static readonly Dictionary<string, TimeOnly> Named = new()
    {
        ["noon"] = new(12, 0),
        ["midday"] = new(12, 0),
        ["midi"] = new(12, 0),
        ["midnight"] = new(0, 0),
        ["minuit"] = new(0, 0),
        ["at noon"] = new(12, 0),
        ["a midi"] = new(12, 0),
        ["at midnight"] = new(0, 0),
        ["a minuit"] = new(0, 0),
    };

    public static Understanding Read(string text) => Clock(text) is var (time, echo)
        ? Understanding.Read(Canonical(time), echo)
        : Understanding.Unclear("understand.time");

    /// <summary>The time as it is stored, with the offset of Kigali.</summary>
    public static string Canonical(TimeOnly time) => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+02:00";

    /// <summary>The time of day that a writing names; null when it names none, or two that are as likely.</summary>
    public static (TimeOnly Time, bool Echo)? Clock(string text)
    {
        if (text.Length > Longest)
            return null;
        var folded = Folding.Bare(Kigali().Replace(text.Trim(), ""));
        if (Named.TryGetValue(folded, out var named))
            return (named, true);
        var (rest, part) = DayPart.Cut(Opening().Replace(folded, ""));
        if (RwandanClock.Saa(rest) is { } spoken)
            return RwandanClock.Read(spoken, part) is { } time ? (time, true) : null;
        return Figures(rest, part);
    }

    static (TimeOnly, bool)? Figures(string written, DayPart? part)
    {
        var match = Written().Match(written);
        if (!match.Success || (part is null && match.Groups["alone"].Success))
            return null;
        var hour = Number(match.Groups["hour"].Value + match.Groups["alone"].Value);
        var (minute, second) = (Number(match.Groups["minute"].Value), Number(match.Groups["second"].Value));
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var milliseconds = Number(match.Groups["thousandth"].Value.PadRight(3, '0'));
        return Hour(hour, part) is { } clear ? (new TimeOnly(clear, minute, second, milliseconds), IsToBeSaidBack(match, hour, part)) : null;
    }

    // After noon, or written as clocks show it with a zero in front, the hour can be read in one way only.
    static bool IsToBeSaidBack(Match match, int hour, DayPart? part) =>
        part is not null || !match.Groups["colon"].Success || (hour <= 12 && match.Groups["hour"].Length < 2);

    /// <summary>The hour of the day that a clock of twelve or twenty-four hours means in that part; null when both or none lie in it.</summary>
    static int? Hour(int hour, DayPart? part)
    {
        if (part is null)
            return hour;
        int[] fitting = [.. new[] { hour, (hour + 12) % 24 }.Where(other => hour <= 12 || other == hour).Where(part.Has).Distinct()];
        return fitting is [var one] ? one : null;
    }

    static int Number(string digits) => digits == "" ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*\+02:?00$")]
    private static partial Regex Kigali();

    [GeneratedRegex(@"^(?:(?:at|a|around|about|vers|environ|by|nka|hafi|il est|it is|it's|ni) )+")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:(?<alone>\d{1,2})|(?<hour>\d{1,2}) ?(?:h|hrs?|heures?|hours?|o'clock)\.? ?(?:(?<minute>[0-5]\d) ?(?:min|mn|minutes?|m)?)?|(?<hour>\d{1,2})(?<colon>:)(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<thousandth>\d{1,3}))?)?(?: ?(?:h|hrs?))?|(?<hour>\d{1,2})\.(?<minute>[0-5]\d)|(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?: ?(?:h|hrs?))?)$")]
    private static partial Regex Written();
}
