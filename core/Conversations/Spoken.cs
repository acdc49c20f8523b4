using System.Globalization;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Canonical answers as a person reads them.</summary>
public static class Spoken
{
    /// <summary>What is read of a time of day: seconds and zone are not.</summary>
    const string Minutes = "HH:mm";

    /// <summary>Labels instead of names, dates with the month in words, numbers as the culture writes them; "–" when skipped.</summary>
    public static string Value(Question question, string value, Language language) => question.Type switch
    {
        _ when value.Length == 0 => "–",
        QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank => string.Join(
            question.Type == QuestionType.Rank ? " › " : ", ",
            value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Label(question, name, language))),
        QuestionType.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMMM yyyy", Languages.Culture(language)),
        QuestionType.Time when value.Length >= Minutes.Length => value[..Minutes.Length],
        QuestionType.DateTime when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var moment) =>
            moment.ToString("d MMMM yyyy HH:mm", Languages.Culture(language)),
        QuestionType.Decimal or QuestionType.Range when decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number.ToString(Languages.Culture(language)),
        QuestionType.GeoPoint => string.Join(", ", value.Split(' ').Take(2)),
        QuestionType.GeoTrace or QuestionType.GeoShape => Text.Of(language, "talk.spoken.points", ("count", value.Split(';', StringSplitOptions.RemoveEmptyEntries).Length)),
        QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File => Text.Of(language, $"talk.spoken.{question.Type.ToString().ToLowerInvariant()}"),
        _ => value,
    };

    /// <summary>The question's label as its author wrote it, as a line of a list.</summary>
    public static string Short(Question question, Language language, int most) =>
        Short(question.Labels.TryGetValue(Languages.Code(language), out var own) ? own : question.Labels.Values.FirstOrDefault(question.Name), most);

    /// <summary>A label as a line of a list: its first line, cut at a word after so many characters.</summary>
    public static string Short(string label, int most)
    {
        var line = label.Split('\n')[0];
        if (line.Length <= most)
            return line;
        var cut = line.LastIndexOf(' ', most);
        return line[..(cut > 0 ? cut : most)] + " …";
    }

    static string Label(Question question, string name, Language language) =>
        question.Choices.FirstOrDefault(choice => choice.Name == name)?.Label(Languages.Code(language)) ?? name;
}
