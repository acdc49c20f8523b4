using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Canonical answers without choices as a person reads them; what has not the shape of its type stays as it is.</summary>
static class SpokenPlainly
{
    static readonly string[] Times = ["HH:mm:ss.FFFFFFFzzz", "HH:mm:ss.FFFFFFF", "HH:mm"];

    public static string Value(QuestionType type, string value, Language language) => type switch
    {
        QuestionType.Date or QuestionType.Today when Day(value) is { } day => Languages.Day(language, day),
        QuestionType.Time when TimeOnly.TryParseExact(value.Split('+')[0], Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) =>
            time.ToString("HH:mm", CultureInfo.InvariantCulture),
        QuestionType.DateTime or QuestionType.Start or QuestionType.End when Moment(value) is { } moment =>
            KigaliTime.Of(moment).ToString("d MMMM yyyy, HH:mm", Languages.Culture(language)),
        QuestionType.Decimal or QuestionType.Range when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number.ToString(Languages.Culture(language)),
        QuestionType.GeoPoint => Place(value),
        QuestionType.GeoTrace or QuestionType.GeoShape => Text.Of(language, "answer.points", ("count", value.Split(';', StringSplitOptions.RemoveEmptyEntries).Length)),
        QuestionType.Image => File("answer.image", value, language),
        QuestionType.Audio => File("answer.audio", value, language),
        QuestionType.Video => File("answer.video", value, language),
        QuestionType.File => File("answer.file", value, language),
        _ => value,
    };

    /// <summary>Latitude and longitude as maps take them, with the accuracy where it is known: -1.95, 30.06 (± 5 m).</summary>
    static string Place(string value)
    {
        var parts = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return value;
        return parts.Length > 3 && double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}, {parts[1]} (± {metres:0} m)")
            : $"{parts[0]}, {parts[1]}";
    }

    static string File(string key, string name, Language language) => Text.Of(language, key, ("file", name));

    static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static DateTimeOffset? Moment(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
