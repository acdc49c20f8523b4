using System.Globalization;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.Content;
using RbcBot.Core.Safety;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Safety;

/// <summary>Reads the rows of the settings' forms; each tells the first row that cannot be read.</summary>
static class SafetyForm
{
    /// <summary>The words of the days, from Sunday.</summary>
    public static readonly IReadOnlyList<string> DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The cards that a number can stand on.</summary>
    public static readonly IReadOnlyList<string> Uses = ["imminent", "seizure", "violence", "distress", "professional"];

    /// <summary>As the form writes a day, whatever the language.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    const int HoursOfDay = 24;

    public static (IReadOnlyList<Duty> Duties, string? Wrong) Duties(IFormCollection form)
    {
        List<Duty> duties = [];
        foreach (var row in Rows(form, "name", "days", "on", "from", "to").Where(row => row[0].Length > 0))
            if (Duty(row) is { } duty)
                duties.Add(duty);
            else
                return ([], row[0]);
        return (duties, null);
    }

    public static (IReadOnlyList<Helpline> Numbers, string? Wrong) Numbers(IFormCollection form)
    {
        List<Helpline> numbers = [];
        foreach (var row in Rows(form, "number", "rw", "fr", "en", "verified", "uses", "source").Where(row => row[0].Length > 0))
            if (Number(row) is { } number)
                numbers.Add(number);
            else
                return ([], row[0]);
        return (numbers, null);
    }

    static Duty? Duty(string[] row)
    {
        var words = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var days = words.Select(word => DayNames.ToList().IndexOf(word.ToLowerInvariant())).ToList();
        var isHours = Hour(row[3], 0) is not null & Hour(row[4], 1) is not null;
        var on = Day(row[2]);
        return days.Contains(-1) || !isHours || (on is null && row[2].Length > 0) ? null
            : new(row[0], [.. days.Select(day => (DayOfWeek)day)], Hour(row[3], 0).GetValueOrDefault(), Hour(row[4], 1).GetValueOrDefault()) { On = on };
    }

    static Helpline? Number(string[] row)
    {
        var names = Languages.All.Zip(Languages.All.Select(language => row[language switch { Language.Rw => 1, Language.Fr => 2, _ => 3 }])).Where(pair => pair.Second.Length > 0);
        return row[0].All(sign => char.IsAsciiDigit(sign) || sign is '+' or ' ') && Day(row[4]) is { } day
            ? new(row[0], new Localized(names.ToDictionary(pair => pair.First, pair => pair.Second)), day) { Uses = row[5].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries), Source = row[6] }
            : null;
    }

    /// <summary>The columns' fields side by side: each name comes once a row, in the page's order; what is ticked in a row has the row's number in its name.</summary>
    static IEnumerable<string[]> Rows(IFormCollection form, params string[] columns)
    {
        for (var row = 0; row < form[columns[0]].Count; row++)
            yield return [.. columns.Select(column => Cell(form, column, row))];
    }

    static string Cell(IFormCollection form, string column, int row) =>
        form[string.Create(CultureInfo.InvariantCulture, $"{column}-{row}")] is { Count: > 0 } ticked ? string.Join(' ', ticked.OfType<string>()) : (form[column].ElementAtOrDefault(row) ?? "").Trim();

    static int? Hour(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour >= least && hour < HoursOfDay + least ? hour : null;

    static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
