using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Running;

/// <summary>What is worked out for a row, brought into the form of its type; blank when it does not fit.</summary>
static class StoredValue
{
    internal static string Of(QuestionType type, string text, TimeZoneInfo zone) => text.Length == 0 ? "" : type switch
    {
        QuestionType.Integer => Number(text, zone) is { } number ? Value.Of(Math.Truncate(number)).Text(zone) : "",
        QuestionType.Decimal => Number(text, zone) is { } number ? Value.Of(number).Text(zone) : "",
        QuestionType.Date => CanonicalTime.IsDate(text) ? text : Moment(text, zone, "yyyy-MM-dd"),
        QuestionType.DateTime => CanonicalTime.IsDateTime(text) ? text : Moment(text, zone, "yyyy-MM-dd'T'HH:mm:ss.fffzzz"),
        QuestionType.Time => CanonicalTime.IsTime(text) ? text : Moment(text, zone, "HH:mm:ss.fffzzz"),
        _ => text,
    };

    static double? Number(string text, TimeZoneInfo zone) => Value.NumberOf(text, zone) is var number && double.IsFinite(number) ? number : null;

    /// <summary>A date, a moment or a number of days as a moment in the zone.</summary>
    static string Moment(string text, TimeZoneInfo zone, string pattern) =>
        DayNumber.Moment(Value.NumberOf(text, zone), zone) is { } moment ? moment.ToString(pattern, System.Globalization.CultureInfo.InvariantCulture) : "";
}
