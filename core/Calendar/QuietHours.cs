using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace RbcBot.Core.Calendar;

/// <summary>When a nudge may go out: by day, and never on a Sunday, a holiday, in the week of commemoration or during Umuganda.</summary>
/// <param name="announced">Holidays announced from year to year, such as the two Eids.</param>
/// <param name="movedUmuganda">Umuganda days moved by decision: the last Saturday of a month, and the day instead.</param>
public sealed class QuietHours(IReadOnlyList<Holiday> announced, IReadOnlyDictionary<DateOnly, DateOnly> movedUmuganda)
{
    /// <summary>Hours of the Kigali clock: nudges from the first, none from the last on; none before the end of Umuganda on its day.</summary>
    public const int FirstHour = 8, LastHour = 20, UmugandaEndHour = 12;

    /// <summary>Days within which some day is open: no run of closed days comes near it.</summary>
    const int LongestWait = 60;

    /// <summary>Quiet hours by rule alone, nothing announced and nothing moved.</summary>
    public static readonly QuietHours ByRule = new([], new Dictionary<DateOnly, DateOnly>());

    // Only remembered: every turn asks, and a year's holidays are the same each time.
    readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> holidays = [];

    /// <summary>Whether a nudge may go out at the moment.</summary>
    public bool Allows(DateTimeOffset moment)
    {
        var (day, hour) = (KigaliTime.Day(moment), KigaliTime.Of(moment).Hour);
        return OpeningHour(day) is { } opening && hour >= opening && hour < LastHour;
    }

    /// <summary>The moment itself when a nudge may go out then, else the next at which one may.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset moment)
    {
        if (Allows(moment))
            return moment;
        var today = KigaliTime.Day(moment);
        var openings = Enumerable.Range(0, LongestWait).Select(today.AddDays).Where(day => OpeningHour(day) is not null)
            .Select(day => new DateTimeOffset(day, new TimeOnly(OpeningHour(day) ?? FirstHour, 0), KigaliTime.Zone.BaseUtcOffset));
        return openings.First(opening => opening > moment).ToUniversalTime();
    }

    /// <summary>When the hours end in which a nudge may go out; null when none may at the moment.</summary>
    public DateTimeOffset? EndOfAllowed(DateTimeOffset moment) => Allows(moment)
        ? new DateTimeOffset(KigaliTime.Day(moment), new TimeOnly(LastHour, 0), KigaliTime.Zone.BaseUtcOffset).ToUniversalTime()
        : null;

    /// <summary>Whether the day is the one of Umuganda, the common work of the last Saturday of a month.</summary>
    public bool IsUmuganda(DateOnly day) =>
        movedUmuganda.Values.Contains(day) || (IsLastSaturday(day) && !movedUmuganda.ContainsKey(day));

    int? OpeningHour(DateOnly day)
    {
        if (day.DayOfWeek == DayOfWeek.Sunday || Holidays.IsCommemoration(day) || IsHoliday(day))
            return null;
        return IsUmuganda(day) ? UmugandaEndHour : FirstHour;
    }

    bool IsHoliday(DateOnly day) =>
        holidays.GetOrAdd(day.Year, static (year, announced) => Holidays.Of(year, announced).Select(holiday => holiday.Day).ToFrozenSet(), announced).Contains(day);

    /// <summary>Whether the day is the last Saturday of its month, on which Umuganda is by rule.</summary>
    public static bool IsLastSaturday(DateOnly day) => day.DayOfWeek == DayOfWeek.Saturday && day.AddDays(7).Month != day.Month;
}
