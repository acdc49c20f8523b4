using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Answers;

/// <summary>The clock of Kinyarwanda, whose first hour is seven in the morning and seven in the evening: saa munani is two o'clock.</summary>
static partial class RwandanClock
{
    /// <summary>Hours between this clock and that of the rest of the world.</summary>
    const int Behind = 6;

    /// <summary>Hours of the night, first and last, that nobody means who does not say so.</summary>
    const int AsleepFrom = 22, AsleepTo = 4;

    static readonly string[][] Hours =
    [
        ["moya", "imwe", "rimwe", "ya mbere"],
        ["mbiri", "ebyiri", "kabiri", "ya kabiri"],
        ["tatu", "eshatu", "gatatu", "ya gatatu"],
        ["ine", "yine", "enye", "kane", "ya kane"],
        ["tanu", "eshanu", "gatanu", "ya gatanu"],
        ["sita", "esheshatu", "gatandatu", "ya gatandatu"],
        ["saba", "zirindwi", "karindwi", "ndwi", "ya karindwi"],
        ["munani", "umunani", "ya munani"],
        ["cyenda", "icyenda", "kenda", "ya cyenda"],
        ["kumi", "cumi", "icumi", "ya cumi"],
        ["kumi n'imwe", "cumi n'imwe", "icumi n'imwe", "kumi na moya", "cumi na moya", "kumi na rimwe", "ya cumi n'imwe"],
        ["kumi n'ebyiri", "cumi n'ebyiri", "icumi n'ebyiri", "kumi na mbiri", "cumi na mbiri", "kumi na kabiri", "ya cumi n'ebyiri"],
    ];

    static readonly Dictionary<string, int> Hour =
        Hours.SelectMany((words, index) => words.Select(word => (word, Hour: index + 1))).ToDictionary(entry => entry.word, entry => entry.Hour);

    /// <summary>What follows "saa" in a folded writing; null when it is not told by this clock.</summary>
    public static string? Saa(string folded) => Said().Match(folded) is { Success: true } match ? match.Groups["hour"].Value : null;

    /// <summary>The time meant by what follows "saa", in words or figures; null when two are as likely.</summary>
    public static TimeOnly? Read(string spoken, DayPart? part)
    {
        var match = Minutes().Match(spoken);
        var minute = match.Groups["half"].Success ? 30 : Minute(match.Groups["minute"].Value);
        var said = match.Groups["hour"].Value;
        if (minute is null || !match.Success)
            return null;
        if (Hour.TryGetValue(said, out var hour))
            return InWords((hour + Behind) % 24, part) is { } clear ? new TimeOnly(clear, minute.Value) : null;
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) && InFigures(figure, part) is { } read ? new TimeOnly(read, minute.Value) : null;
    }

    static int? InWords(int byDay, DayPart? part)
    {
        var byNight = (byDay + 12) % 24;
        if (part is not null)
            return part.Has(byDay) == part.Has(byNight) ? null : part.Has(byDay) ? byDay : byNight;
        return byNight is >= AsleepFrom or <= AsleepTo ? byDay : null;
    }

    // In figures both clocks are in use after "saa": the part of the day must tell which.
    static int? InFigures(int figure, DayPart? part)
    {
        if (figure is > 12 and < 24)
            return figure;
        if (part is null || figure is < 1 or > 12)
            return null;
        int[] fitting = [.. new[] { figure, figure + Behind, figure + 12, figure + Behind + 12 }.Select(hour => hour % 24).Where(part.Has).Distinct()];
        return fitting is [var one] ? one : null;
    }

    static int? Minute(string written) => written == "" ? 0
        : (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : NumberWords.Value(written)) is { } minute and < 60 ? minute : null;

    [GeneratedRegex(@"^(?:i?saa|isaha|sa)(?: |(?=\d))(?<hour>.+)$")]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?<hour>.+?)(?:(?<half> n'igice| n' igice| na 1/2)|(?: n'iminota | n' iminota | na |[:h])(?<minute>\d{1,2}|icumi|makumyabiri|itanu|icumi n'itanu|makumyabiri n'itanu|mirongo [a-z' ]+)(?: z'iminota)?|h(?:00)?)?$")]
    private static partial Regex Minutes();
}
