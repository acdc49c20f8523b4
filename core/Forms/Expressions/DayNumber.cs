using System.Globalization;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Dates as numbers: days since the first of January 1970 in UTC, so that a bare date is midnight in the form's zone.</summary>
static class DayNumber
{
    const double MillisecondsADay = 86_400_000;

    /// <summary>The days of a date or of a date and time; NaN when the text is neither.</summary>
    public static double Of(ReadOnlySpan<char> text, TimeZoneInfo zone)
    {
        if (DateReading.Read(text) is not { } read)
        {
            return double.NaN;
        }
        var offset = read.Offset ?? zone.GetUtcOffset(read.Local);
        return (Milliseconds(read.Local) - offset.TotalMilliseconds) / MillisecondsADay;
    }

    public static double Of(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / MillisecondsADay;

    /// <summary>The midnight that began the day of the moment in the zone.</summary>
    public static double Midnight(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(moment, zone).Date;
        return (Milliseconds(day) - zone.GetUtcOffset(day).TotalMilliseconds) / MillisecondsADay;
    }

    /// <summary>The moment in the zone; null when the number is NaN or out of the calendar.</summary>
    public static DateTimeOffset? Moment(double days, TimeZoneInfo zone) =>
        days is > -700_000 and < 2_900_000
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(days * MillisecondsADay)), zone)
            : null;

    /// <summary>A bare date at midnight in the zone, a date and time with its offset otherwise; "" when there is none.</summary>
    public static string Text(double days, TimeZoneInfo zone) =>
        Moment(days, zone) is not { } moment
            ? ""
            : moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    static double Milliseconds(DateTime local) => (local - DateTime.UnixEpoch).TotalMilliseconds;
}
