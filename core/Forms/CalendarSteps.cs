using System.Globalization;
using RbcBot.Core.Forms.Answers;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>A date found step by step: ten years, a year, a month, a day, each of them the beginning of the date (199, 1991, 1991-07, 1991-07-14).</summary>
public static class CalendarSteps
{
    /// <summary>Most years that are offered at once; of more, tens of years come first.</summary>
    public const int MostYears = 15;

    /// <summary>Oldest age, in years, for which a date of birth is offered.</summary>
    const int OldestAge = 99;

    /// <summary>Years before and after today that are offered when nothing is known of the date.</summary>
    const int YearsBack = 9, YearsAhead = 2;

    static readonly string[] BirthWords = ["dob", "birth", "born", "naiss", "vutse", "mwavuts", "kuvuka", "amavuko", "yavuts"];

    /// <summary>The days that a question is likely to be about: a lifetime for a date of birth, else the years around today.</summary>
    public static (DateOnly? Min, DateOnly? Max) Likely(Question question, DateOnly today) =>
        question.Labels.Values.Append(question.Name).Select(Folding.Fold).Any(text => BirthWords.Any(word => text.Contains(word, StringComparison.Ordinal)))
            ? (January(today.Year - OldestAge), today)
            : (January(today.Year - YearsBack), null);

    /// <summary>What comes next after a beginning, to be offered in this order; none when it is a whole date or no date begins so.</summary>
    /// <param name="partial">"" at first, then the name of what was chosen, or Partial of what was understood.</param>
    /// <param name="limits">First and last day that can be; null where nothing is known.</param>
    public static IReadOnlyList<CalendarStep> Next(string partial, DateOnly today, (DateOnly? Min, DateOnly? Max) limits)
    {
        var min = limits.Min ?? January(Math.Min(today.Year, limits.Max?.Year ?? today.Year) - YearsBack);
        var max = limits.Max ?? January(Math.Min(DateOnly.MaxValue.Year, Math.Max(today.Year, min.Year) + YearsAhead + 1)).AddDays(-1);
        return min > max ? [] : [.. Names(partial, min, max).Select(name => new CalendarStep(name))];
    }

    /// <summary>Reads a text as the next step, or as a whole date, which counts whatever was chosen before.</summary>
    public static Understanding Read(string partial, string text, DateOnly today)
    {
        var whole = UnderstandDate.Read(text.Length > Understand.LongestShortAnswer ? "" : text, today);
        var bare = Folding.Bare(text.Length > Understand.LongestShortAnswer ? "" : text);
        if (whole.Value is not null || whole.Partial is not null || whole.HintKey == "understand.ejo")
            return whole;
        return partial.Length switch
        {
            3 when bare.Length is 1 or 2 && bare.All(char.IsAsciiDigit) && (bare.Length == 1 || bare[0] == partial[2]) => UnderstandDate.Read(partial + bare[^1], today),
            4 or 7 => UnderstandDate.Read($"{bare} {Backwards(partial)}", today) is var read && (read.Value ?? read.Partial) is not null ? read : Hint(partial),
            _ => whole,
        };
    }

    static Understanding Hint(string partial) => UnderstandDate.Read(Backwards(partial), default);

    static string Backwards(string partial) => string.Join('-', partial.Split('-').Reverse());

    static IEnumerable<string> Names(string partial, DateOnly min, DateOnly max) => partial.Length switch
    {
        0 when max.Year - min.Year < MostYears => Years(min.Year, max.Year),
        0 => Enumerable.Range(min.Year / 10, (max.Year / 10) - (min.Year / 10) + 1).Select(ten => ten.ToString("000", CultureInfo.InvariantCulture)),
        3 when Number(partial) is { } ten => Years(Math.Max(ten * 10, min.Year), Math.Min((ten * 10) + 9, max.Year)),
        4 when Number(partial) is >= 1 and var year => Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1))
            .Where(month => month <= max && month.AddDays(DateTime.DaysInMonth(year, month.Month) - 1) >= min).Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        7 when DateOnly.TryParseExact(partial, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) =>
            Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays)
                .Where(day => day >= min && day <= max).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => [],
    };

    static IEnumerable<string> Years(int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(year => year.ToString("0000", CultureInfo.InvariantCulture));

    static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static DateOnly January(int year) => new(Math.Clamp(year, 1, DateOnly.MaxValue.Year), 1, 1);
}
