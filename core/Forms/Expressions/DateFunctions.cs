using System.Globalization;
using System.Text;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of dates and times, all in the zone of the form.</summary>
static class DateFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("today", 0, 0, call => Value.Day(DayNumber.Midnight(call.Context.Moment.Now, call.Zone))),
        new("now", 0, 0, call => Value.Day(DayNumber.Of(call.Context.Moment.Now))),
        new("date", 1, 1, call => Value.Day(Days(call))),
        new("date-time", 1, 1, call => Value.Day(Days(call))),
        Function.Number("decimal-date-time", 1, 1, Days),
        Function.Number("decimal-date", 1, 1, Days),
        Function.Number("decimal-time", 1, 1, DecimalTime),
        Function.Text("format-date", 2, 2, Format),
        Function.Text("format-date-time", 2, 2, Format),
    ];

    static double Days(Call call)
    {
        var value = call.Argument(0);
        return value.Kind == ValueKind.Truth ? double.NaN : value.Number(call.Zone);
    }

    /// <summary>The part of the day that has gone by at a time of day, as the form's zone tells it.</summary>
    static double DecimalTime(Call call)
    {
        var days = DayNumber.Of("1970-01-01T" + call.Text(0), call.Zone);
        return DayNumber.Moment(days, call.Zone)?.TimeOfDay.TotalDays ?? double.NaN;
    }

    static string Format(Call call)
    {
        if (DayNumber.Moment(Days(call), call.Zone) is not { } moment)
        {
            return "";
        }
        var pattern = call.Text(1);
        var formatted = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var part = pattern[at] == '%' && at + 1 < pattern.Length ? Part(moment, pattern[at + 1]) : null;
            formatted.Append(part ?? pattern[at].ToString());
            at += part is null ? 0 : 1;
        }
        return formatted.ToString();
    }

    /// <summary>What a letter after % stands for; null when it stands for nothing.</summary>
    static string? Part(DateTimeOffset moment, char letter)
    {
        var format = letter switch
        {
            'Y' => "yyyy",
            'y' => "yy",
            'm' => "MM",
            'n' => "%M",
            'b' => "MMM",
            'd' => "dd",
            'e' => "%d",
            'a' => "ddd",
            'H' => "HH",
            'h' => "%H",
            'M' => "mm",
            'S' => "ss",
            '3' => "fff",
            _ => null,
        };
        return format is null ? letter == '%' ? "%" : null : moment.ToString(format, CultureInfo.InvariantCulture);
    }
}
