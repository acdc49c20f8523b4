using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms.Answers;

/// <summary>Dates as people write them: the day first, the month as a number or a name, or a word such as yesterday.</summary>
static partial class UnderstandDate
{
    const int FirstYear = 1900, LastYear = 2100;

    /// <summary>A year of two digits lies at most this many years ahead.</summary>
    const int YearsAhead = 5;

    static readonly (int Days, string[] Words)[] NamedDays =
    [
        (0, ["today", "aujourd'hui", "aujourdhui", "uyu munsi", "uno munsi", "none aha"]),
        (-1, ["yesterday", "hier", "ejo hashize"]),
        (1, ["tomorrow", "demain", "ejo hazaza"]),
        (-2, ["the day before yesterday", "day before yesterday", "avant-hier", "avant hier"]),
    ];

    static readonly Dictionary<string, int> DaysFromToday =
        NamedDays.SelectMany(day => day.Words, (day, word) => (word, day.Days)).ToDictionary(entry => entry.word, entry => entry.Days);

    static readonly HashSet<string> Fillers =
    [
        "on", "the", "of", "in", "le", "du", "de", "ku", "wa", "kuwa", "ya", "ku wa", "tariki", "itariki", "mu", "kwa", "ukwezi", "date",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "umwaka", "mwaka", "annee", "year", "mois", "month", "l", "mbere", "kabiri", "gatatu", "kane", "gatanu", "gatandatu", "cyumweru",
    ];

    /// <param name="today">The day in Kigali.</param>
    public static Understanding Read(string text, DateOnly today)
    {
        var bare = Folding.Bare(text);
        if (IsEjo(bare))
            return Understanding.Unclear("understand.ejo");
        if (Day(bare, today) is { } day)
            return Understanding.Read(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), echo: !Iso().IsMatch(bare));
        return Parts(bare) switch
        {
            [var year] when FullYear(year) is { } full => Begun(full, null),
            [var one, var other] when FullYear(one) is { } full && Month(other) is { } month => Begun(full, month),
            [var one, var other] when FullYear(other) is { } full && Month(one) is { } month => Begun(full, month),
            _ => Understanding.Unclear("understand.date"),
        };
    }

    /// <summary>Whether it is the word that means both yesterday and tomorrow.</summary>
    public static bool IsEjo(string bare) => bare is "ejo" or "ejobundi";

    /// <summary>The day that a bare, folded writing names; null when it names none.</summary>
    public static DateOnly? Day(string bare, DateOnly today) =>
        DaysFromToday.TryGetValue(bare, out var days) ? Shifted(today, days) : Written(bare, today);

    static Understanding Begun(int year, int? month) => month is { } known
        ? Understanding.Unclear("understand.date.day", ("month", $"{known:00}/{year:0000}")) with { Partial = $"{year:0000}-{known:00}" }
        : Understanding.Unclear("understand.date.month", ("year", $"{year:0000}")) with { Partial = $"{year:0000}" };

    static DateOnly? Shifted(DateOnly today, int days) =>
        today.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    static DateOnly? Written(string bare, DateOnly today)
    {
        var parts = Parts(bare);
        if (parts.Count != 3 || parts.Count(IsNumber) < 2)
            return null;
        var (first, second, third) = (parts[0], parts[1], parts[2]);
        if (!IsNumber(third))
            return null;
        return first.Length == 4 && IsNumber(first) ? Day(third, second, first, today)
            : IsNumber(first) ? Day(first, second, third, today)
            : Day(second, first, third, today);
    }

    static List<string> Parts(string bare) =>
        [.. Separators().Split(bare).Where(part => part != "" && !Fillers.Contains(part)).Select(part => Ordinal().Replace(part, "$1"))];

    static int? Month(string month) => (IsNumber(month) ? month.Length <= 2 ? Number(month) : 0 : MonthNames.Number(month)) is { } number and >= 1 and <= 12 ? number : null;

    static DateOnly? Day(string day, string month, string year, DateOnly today) =>
        day.Length <= 2 && Month(month) is { } monthNumber && Year(year, today) is { } fullYear
            && Number(day) is var dayNumber && dayNumber >= 1 && dayNumber <= DateTime.DaysInMonth(fullYear, monthNumber)
            ? new DateOnly(fullYear, monthNumber, dayNumber)
            : null;

    static int? Year(string year, DateOnly today) => year.Length switch
    {
        2 when 2000 + Number(year) <= today.Year + YearsAhead => 2000 + Number(year),
        2 => 1900 + Number(year),
        _ => FullYear(year),
    };

    static int? FullYear(string year) => year.Length == 4 && IsNumber(year) && Number(year) is var full and >= FirstYear and <= LastYear ? full : null;

    static bool IsNumber(string part) => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit);

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"[\s,./\\'-]+|(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th|er|ere|e)$")]
    private static partial Regex Ordinal();
}
