namespace RbcBot.Core.Calendar;

/// <summary>The public holidays of Rwanda by rule: Presidential Order 54/01 of 24/02/2017.</summary>
public static class Holidays
{
    const string Memorial = "calendar.genocide-memorial-day";

    /// <summary>First and last day of the official commemoration week, which is quiet though only its first day is a holiday.</summary>
    static readonly (int Month, int First, int Last) Commemoration = (4, 7, 13);

    /// <summary>The holidays of a year with their days in lieu, by day.</summary>
    /// <param name="announced">What is announced from year to year, such as Eid al-Fitr (calendar.eid-al-fitr) and Eid al-Adha; any years.</param>
    public static IReadOnlyList<Holiday> Of(int year, IReadOnlyList<Holiday> announced)
    {
        var feasts = Enumerable.Range(year - 1, 3).Where(other => other is >= 1 and <= 9999).SelectMany(ByRule).Concat(announced).ToList();
        return [.. feasts.Concat(InLieu(feasts)).Where(holiday => holiday.Day.Year == year).OrderBy(holiday => holiday.Day)];
    }

    /// <summary>Whether the day lies in the week of commemoration, 7 to 13 April.</summary>
    public static bool IsCommemoration(DateOnly day) =>
        day.Month == Commemoration.Month && day.Day >= Commemoration.First && day.Day <= Commemoration.Last;

    static IEnumerable<Holiday> ByRule(int year)
    {
        var easter = Easter(year);
        return
        [
            new(new DateOnly(year, 1, 1), "calendar.new-year"),
            new(new DateOnly(year, 1, 2), "calendar.day-after-new-year"),
            new(new DateOnly(year, 2, 1), "calendar.heroes-day"),
            new(easter.AddDays(-2), "calendar.good-friday"),
            new(easter.AddDays(1), "calendar.easter-monday"),
            new(new DateOnly(year, 4, 7), Memorial),
            new(new DateOnly(year, 5, 1), "calendar.labour-day"),
            new(new DateOnly(year, 7, 1), "calendar.independence-day"),
            new(new DateOnly(year, 7, 4), "calendar.liberation-day"),
            new(FirstFriday(year, 8), "calendar.umuganura"),
            new(new DateOnly(year, 8, 15), "calendar.assumption-day"),
            new(new DateOnly(year, 12, 25), "calendar.christmas-day"),
            new(new DateOnly(year, 12, 26), "calendar.boxing-day"),
        ];
    }

    // One day for a weekend, whether one or two feasts fell on it; one for every second feast on a working day.
    static List<Holiday> InLieu(List<Holiday> feasts)
    {
        var taken = feasts.Select(feast => feast.Day).ToHashSet();
        var lost = feasts.Where(feast => IsWeekend(feast.Day) && feast.NameKey != Memorial).GroupBy(feast => Monday(feast.Day)).Select(weekend => weekend.Last())
            .Concat(feasts.Where(feast => !IsWeekend(feast.Day)).GroupBy(feast => feast.Day).SelectMany(day => day.Skip(1)));
        List<Holiday> inLieu = [];
        foreach (var feast in lost.OrderBy(feast => feast.Day))
        {
            var day = feast.Day.AddDays(1);
            while (IsWeekend(day) || !taken.Add(day))
                day = day.AddDays(1);
            inLieu.Add(new Holiday(day, feast.NameKey, IsInLieu: true));
        }
        return inLieu;
    }

    static DateOnly Monday(DateOnly weekendDay) => weekendDay.AddDays(weekendDay.DayOfWeek == DayOfWeek.Saturday ? 2 : 1);

    static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    static DateOnly FirstFriday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Friday - first.DayOfWeek + 7) % 7);
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the anonymous computus.</summary>
    static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * late + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
