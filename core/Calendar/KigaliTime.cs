using RbcBot.Core.Texts;

namespace RbcBot.Core.Calendar;

/// <summary>The programme's clock face: Africa/Kigali, UTC+2, no daylight saving since 1935.</summary>
public static class KigaliTime
{
    /// <summary>The zone, made here so that a machine without zone files reads the same time.</summary>
    public static readonly TimeZoneInfo Zone =
        TimeZoneInfo.CreateCustomTimeZone("Africa/Kigali", TimeSpan.FromHours(2), "Kigali", "Kigali");

    /// <summary>The moment as a clock in Kigali shows it.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>The first moment of a day in Kigali.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Zone.BaseUtcOffset);

    /// <summary>The day in Kigali.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>The day in Kigali, as the language writes it.</summary>
    public static string Written(Language language, DateTimeOffset moment) => Languages.Day(language, Day(moment));
}
