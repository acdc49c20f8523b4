using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Canonical answers as a person reads them.</summary>
public static class Spoken
{
    /// <summary>Labels instead of names, an order with › between, dates with the month in words, numbers as the culture writes them; "–" when skipped.</summary>
    public static string Value(Question question, string value, Language language) => question.Type switch
    {
        _ when value.Length == 0 => "–",
        QuestionType.Rank => string.Join(" › ", Names(value).Select(name => Label(question, name, language))),
        _ when question.Choices.Count > 0 => string.Join(", ", Names(value).Select(name => Label(question, name, language))),
        _ when question.IsMedia => Text.Of(language, $"talk.spoken.{question.Type.ToString().ToLowerInvariant()}"),
        _ => SpokenPlainly.Value(question.Type, value, language),
    };

    /// <summary>The same for who looks into it: a file goes by its name.</summary>
    public static string InFull(Question question, string value, Language language) =>
        question.IsMedia && value.Length > 0 ? SpokenPlainly.Value(question.Type, value, language) : Value(question, value, language);

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

    static string[] Names(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string Label(Question question, string name, Language language) =>
        question.Choices.FirstOrDefault(choice => choice.Name == name)?.Label(Languages.Code(language)) ?? name;
}
