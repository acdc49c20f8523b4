using System.Globalization;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

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
        "mbere", "kabiri", "gatatu", "kane", "gatanu", "gatandatu", "cyumweru",
    ];

    /// <param name="today">The day in Kigali.</param>
    public static Understanding Read(string text, DateOnly today)
    {
        var bare = Folding.Bare(text);
        if (bare is "ejo" or "ejobundi") // Both ways in time: yesterday and tomorrow.
            return Understanding.Unclear("understand.ejo");
        var day = DaysFromToday.TryGetValue(bare, out var days) ? Shifted(today, days) : Written(bare, today);
        return day is { } clear
            ? Understanding.Read(clear.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), echo: !Iso().IsMatch(bare))
            : Understanding.Unclear("understand.date");
    }

    static DateOnly? Shifted(DateOnly today, int days) =>
        today.DayNumber + days is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;

    static DateOnly? Written(string bare, DateOnly today)
    {
        var parts = Separators().Split(bare).Where(part => part != "" && !Fillers.Contains(part)).Select(part => Ordinal().Replace(part, "$1")).ToList();
        if (parts.Count != 3 || parts.Count(IsNumber) < 2)
            return null;
        var (first, second, third) = (parts[0], parts[1], parts[2]);
        if (!IsNumber(third))
            return null;
        return first.Length == 4 && IsNumber(first) ? Day(third, second, first, today)
            : IsNumber(first) ? Day(first, second, third, today)
            : Day(second, first, third, today);
    }

    static DateOnly? Day(string day, string month, string year, DateOnly today)
    {
        var monthNumber = IsNumber(month) && month.Length <= 2 ? Number(month) : MonthNames.Number(month);
        return day.Length <= 2 && monthNumber is >= 1 and <= 12 && Year(year, today) is { } fullYear
            && Number(day) is var dayNumber && dayNumber >= 1 && dayNumber <= DateTime.DaysInMonth(fullYear, monthNumber.Value)
            ? new DateOnly(fullYear, monthNumber.Value, dayNumber)
            : null;
    }

    static int? Year(string year, DateOnly today) => year.Length switch
    {
        2 when 2000 + Number(year) <= today.Year + YearsAhead => 2000 + Number(year),
        2 => 1900 + Number(year),
        4 when Number(year) is >= FirstYear and <= LastYear => Number(year),
        _ => null,
    };

    static bool IsNumber(string part) => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit);

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"[\s,./\\'-]+|(?<=\d)(?=[a-z]{3})|(?<=[a-z]{3})(?=\d)")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th|er|ere|e)$")]
    private static partial Regex Ordinal();
}
