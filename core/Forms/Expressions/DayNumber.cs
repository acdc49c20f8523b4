using System.Globalization;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Dates as numbers: days since the first of January 1970 in UTC, so that a bare date is midnight in the form's zone.</summary>
static partial class DayNumber
{
    const double MillisecondsADay = 86_400_000;

    /// <summary>The days of a date or of a date and time; NaN when the text is neither.</summary>
    public static double Of(string text, TimeZoneInfo zone)
    {
        var match = DateOrTime().Match(text);
        if (!match.Success)
        {
            return double.NaN;
        }
        var (year, month, day) = (Part(match, "year"), Part(match, "month"), Part(match, "day"));
        var (hour, minute, second) = (Part(match, "hour"), Part(match, "minute"), Part(match, "second"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return double.NaN;
        }
        var local = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).AddMilliseconds(Fraction(match));
        return Offset(match, local, zone) is { } offset ? (Milliseconds(local) - offset.TotalMilliseconds) / MillisecondsADay : double.NaN;
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

    static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whole milliseconds; finer ones are left out.</summary>
    static int Fraction(Match match) =>
        int.Parse(match.Groups["fraction"].Value.TrimStart('.').PadRight(3, '0')[..3], CultureInfo.InvariantCulture);

    /// <summary>The offset that the text tells, else the zone's; null when it tells one that cannot be.</summary>
    static TimeSpan? Offset(Match match, DateTime local, TimeZoneInfo zone)
    {
        if (match.Groups["utc"].Success)
        {
            return TimeSpan.Zero;
        }
        if (!match.Groups["sign"].Success)
        {
            return zone.GetUtcOffset(local);
        }
        var (hours, minutes) = (Part(match, "hours"), Part(match, "minutes"));
        var offset = new TimeSpan(hours, minutes, 0);
        return hours > 23 || minutes > 59 ? null : match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    static double Milliseconds(DateTime local) => (local - DateTime.UnixEpoch).TotalMilliseconds;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(?<fraction>\.[0-9]+)?)?((?<utc>Z)|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateOrTime();
}
