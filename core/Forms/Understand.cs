using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>What was made of a person's words.</summary>
/// <param name="Value">The canonical answer; null when the words were not clear.</param>
/// <param name="Echo">Whether the reading should be said back, because it could be misread (a date, a number in words).</param>
/// <param name="HintKey">Text key that says how to answer; null when it was read. One of understand.number, understand.whole, understand.choice, understand.choices, understand.date, understand.ejo, understand.text, understand.long, understand.acknowledge, understand.ambiguous.</param>
public sealed record Understanding(string? Value, bool Echo, string? HintKey)
{
    internal static Understanding Read(string value, bool echo = false) => new(value, echo, null);

    internal static Understanding Unclear(string hintKey) => new(null, false, hintKey);
}

/// <summary>Turns what people write into canonical answers.</summary>
public static class Understand
{
    /// <summary>Longest writing, in characters, that is looked at for anything but a text: room for every label of a long list.</summary>
    const int LongestShortAnswer = 2_000;

    /// <summary>Reads a text as an answer to the step; never throws.</summary>
    /// <param name="language">The language the person chose; labels of all languages are understood.</param>
    /// <param name="today">The day in Kigali, for words such as yesterday.</param>
    public static Understanding Answer(FormStep step, string text, Language language, DateOnly today) =>
        Answer(step.Question, step.Options, text, language, today);

    /// <summary>The same when the options were shown in another order than the sheet's.</summary>
    /// <param name="shown">Option names in the order shown, which is what a number counts by.</param>
    public static Understanding Answer(FormStep step, IReadOnlyList<string> shown, string text, Language language, DateOnly today) =>
        Answer(step.Question, [.. shown.Select(name => ChoiceOf(step.Question, name))], text, language, today);

    /// <summary>The same without a step: an answer to the question, its options in the order shown.</summary>
    public static Understanding Answer(Question question, IReadOnlyList<Choice> shown, string text, Language language, DateOnly today) =>
        question.Type == QuestionType.Text ? UnderstandText.Read(text)
        : Short(question, shown, text.Length > LongestShortAnswer ? "" : text, language, today);

    static Understanding Short(Question question, IReadOnlyList<Choice> shown, string text, Language language, DateOnly today) =>
        question.Type switch
        {
            QuestionType.Integer => UnderstandNumber.Whole(text),
            QuestionType.Decimal => UnderstandNumber.Decimal(text),
            QuestionType.Date => UnderstandDate.Read(text, today),
            QuestionType.SelectOne => UnderstandChoice.Read(new ShownOptions(shown, language), text),
            QuestionType.SelectMultiple => UnderstandChoices.Read(new ShownOptions(shown, language), question.Choices, text),
            QuestionType.Acknowledge => Acknowledge(text),
            QuestionType.Note => Understanding.Read(""),
            QuestionType.Text or QuestionType.Calculate or QuestionType.Hidden
                or QuestionType.Today or QuestionType.Start or QuestionType.End => Understanding.Unclear("understand.text"),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };

    static Understanding Acknowledge(string text) =>
        YesNoWords.IsYes(Folding.Bare(text)) ? Understanding.Read("OK") : Understanding.Unclear("understand.acknowledge");

    // A name that the sheet no longer has keeps its place in the count; the run refuses it.
    static Choice ChoiceOf(Question question, string name) =>
        question.Choices.FirstOrDefault(choice => choice.Name == name)
        ?? new Choice(name, new Dictionary<string, string>(), new Dictionary<string, string>());
}
