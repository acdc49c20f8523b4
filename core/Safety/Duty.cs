using RbcBot.Core.Calendar;

namespace RbcBot.Core.Safety;

/// <summary>One turn of duty: who looks at alerts, on which days of the week, from which hour to which.</summary>
/// <param name="Name">Sign-in name.</param>
/// <param name="Days">Days of the week in Kigali; all when empty.</param>
/// <param name="From">Hour in Kigali, 0 to 23.</param>
/// <param name="To">Hour in Kigali at which it ends, 1 to 24; below From it goes over midnight.</param>
public sealed record Duty(string Name, IReadOnlyList<DayOfWeek> Days, int From, int To)
{
    /// <summary>The only day it is meant for; null when it comes every week.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether it is going on.</summary>
    public bool Covers(DateTimeOffset now)
    {
        var local = KigaliTime.Of(now);
        return From < To
            ? IsDay(local) && local.Hour >= From && local.Hour < To
            : (IsDay(local) && local.Hour >= From) || (IsDay(local.AddDays(-1)) && local.Hour < To);
    }

    bool IsDay(DateTimeOffset local) => On is { } day ? DateOnly.FromDateTime(local.DateTime) == day : Days.Count == 0 || Days.Contains(local.DayOfWeek);
}
