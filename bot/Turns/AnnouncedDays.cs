using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Turns;

/// <summary>What the government announces from year to year, holidays and moved Umuganda; the section Calendar of the settings.</summary>
static class AnnouncedDays
{
    const string Holidays = "Calendar:Holidays", Umuganda = "Calendar:Umuganda";

    /// <summary>A day off of which the settings give no name.</summary>
    const string Unnamed = "announced";

    /// <summary>Umuganda is moved by some weeks; more is a slip of the pen.</summary>
    const int MostDaysMoved = 45;

    /// <summary>The quiet hours with what is announced; an entry that cannot be right stops the start with its place and the reason.</summary>
    public static QuietHours Of(IConfiguration settings)
    {
        var holidays = SettingRow.All(settings, Holidays).Select(Holiday).ToList();
        OnlyOnce(Holidays, holidays.ConvertAll(holiday => holiday.Day));
        var moves = SettingRow.All(settings, Umuganda).Select(Move).ToList();
        OnlyOnce(Umuganda, moves.ConvertAll(move => move.From));
        OnlyOnce(Umuganda, moves.ConvertAll(move => move.To));
        return new QuietHours(holidays, moves.ToDictionary(move => move.From, move => move.To));
    }

    static Holiday Holiday(SettingRow row)
    {
        var words = row.Words;
        var key = $"calendar.{(words.Length > 1 ? words[1] : Unnamed)}";
        return words.Length > 2 ? throw row.Wrong("write a day and its name, such as 2026-03-20 eid-al-fitr")
            : !Text.Has(Language.En, key) ? throw row.Wrong($"no holiday is called {words[1]}; leave the name out when it has none of its own")
            : new Holiday(Day(row, words[0]), key);
    }

    static (DateOnly From, DateOnly To) Move(SettingRow row)
    {
        if (row.Words is not [var before, var after])
            throw row.Wrong("write the day of Umuganda by rule and the day instead, such as 2026-08-29 2026-08-22");
        var (from, to) = (Day(row, before), Day(row, after));
        return !QuietHours.IsLastSaturday(from) ? throw row.Wrong($"{before} is not the last Saturday of its month, so there is no Umuganda to move")
            : from == to ? throw row.Wrong("both days are the same")
            : Math.Abs(to.DayNumber - from.DayNumber) > MostDaysMoved ? throw row.Wrong($"Umuganda is not moved by more than {MostDaysMoved} days")
            : (from, to);
    }

    static DateOnly Day(SettingRow row, string word) => DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw row.Wrong($"{word} is no day; write it as 2026-03-20");

    static void OnlyOnce(string name, List<DateOnly> days)
    {
        var seen = new HashSet<DateOnly>();
        for (var index = 0; index < days.Count; index++)
            if (!seen.Add(days[index]))
                throw new SettingRow(name, index + 1, days[index].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Wrong("the day stands there twice");
    }
}
