using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Shared;

/// <summary>Authors' labels as a console user reads them.</summary>
static class Labels
{
    /// <summary>The label in the language, else English, else whatever there is, else the fallback.</summary>
    public static string In(IReadOnlyDictionary<string, string> labels, string language, string fallback) =>
        new[] { language, "en", "" }.Select(code => labels.GetValueOrDefault(code)).FirstOrDefault(label => !string.IsNullOrWhiteSpace(label))
        ?? labels.Values.FirstOrDefault(label => !string.IsNullOrWhiteSpace(label))
        ?? fallback;

    /// <summary>The form's title.</summary>
    public static string Title(Form form, string language) => In(form.Titles, language, form.Id);

    /// <summary>The question as a heading: its label, cut at a length that a table bears.</summary>
    public static string Short(Question question, string language, int longest = 60)
    {
        var label = In(question.Labels, language, question.Name).ReplaceLineEndings(" ").Trim();
        return label.Length <= longest ? label : string.Concat(label.AsSpan(0, longest - 1).TrimEnd(), "…");
    }

    /// <summary>A canonical answer in words: choices by their labels, an order numbered, all else as people are shown it; "" when it was skipped.</summary>
    public static string Answer(Question question, string value, string language) => question.Type switch
    {
        _ when value.Length == 0 => "",
        QuestionType.SelectOne => Choice(question, value, language),
        QuestionType.SelectMultiple => string.Join(", ", Names(value).Select(name => Choice(question, name, language))),
        QuestionType.Rank => string.Join(", ", Names(value).Select((name, place) => string.Create(CultureInfo.InvariantCulture, $"{place + 1}. {Choice(question, name, language)}"))),
        _ => Spoken.InFull(question, value, Languages.Parse(language) ?? Language.En),
    };

    static string[] Names(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string Choice(Question question, string name, string language) =>
        question.Choices.FirstOrDefault(choice => choice.Name == name) is { } choice ? In(choice.Labels, language, name) : name;
}
