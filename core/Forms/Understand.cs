using RbcBot.Core.Forms.Answers;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>Turns what people write into canonical answers.</summary>
public static class Understand
{
    /// <summary>Longest writing, in characters, that is looked at for anything but a text: room for every label of a long list.</summary>
    internal const int LongestShortAnswer = 2_000;

    /// <summary>Reads a text as an answer to the step; never throws.</summary>
    /// <param name="language">The language the person chose; labels of all languages are understood.</param>
    /// <param name="today">The day in Kigali, for words such as yesterday.</param>
    public static Understanding Answer(FormStep step, string text, Language language, DateOnly today) =>
        Answer(step.Question, step.Options, text, language, today);

    /// <summary>The same when the options were shown in another order than the sheet's.</summary>
    /// <param name="shown">Option names in the order shown, which is what a number counts by.</param>
    public static Understanding Answer(FormStep step, IReadOnlyList<string> shown, string text, Language language, DateOnly today) =>
        Answer(step.Question, Shown(step, shown), text, language, today);

    /// <summary>The same without a step: an answer to the question, its options in the order shown.</summary>
    public static Understanding Answer(Question question, IReadOnlyList<Choice> shown, string text, Language language, DateOnly today) =>
        question.Type == QuestionType.Text ? UnderstandText.Read(text)
        : Short(question, shown, text.Length > LongestShortAnswer ? "" : text, language, today);

    static Understanding Short(Question question, IReadOnlyList<Choice> shown, string text, Language language, DateOnly today) =>
        question.Type switch
        {
            QuestionType.Integer => UnderstandNumber.Whole(text),
            QuestionType.Decimal => UnderstandNumber.Decimal(text),
            QuestionType.Range => UnderstandRange.Read(question.Range, text),
            QuestionType.Date => UnderstandDate.Read(text, today),
            QuestionType.Time => UnderstandTime.Read(text),
            QuestionType.DateTime => UnderstandDateTime.Read(text, today),
            QuestionType.SelectOne => UnderstandChoice.Read(shown, text, language),
            QuestionType.SelectMultiple => UnderstandChoices.Read(new ShownOptions(shown, language), question.Choices, text),
            QuestionType.Rank => UnderstandRank.Read(shown, text, language),
            QuestionType.Acknowledge => Acknowledge(text),
            QuestionType.AnotherRepeat => UnderstandAnother.Read(text),
            QuestionType.GeoPoint => UnderstandPlace.Point(text),
            QuestionType.GeoTrace => UnderstandPlace.Trace(text),
            QuestionType.GeoShape => UnderstandPlace.Shape(text),
            QuestionType.Note => Understanding.Read(""),
            QuestionType.Image => Understanding.Unclear("understand.photo"),
            QuestionType.Audio => Understanding.Unclear("understand.voice"),
            QuestionType.Video => Understanding.Unclear("understand.video"),
            QuestionType.File => Understanding.Unclear("understand.file"),
            QuestionType.Text or QuestionType.Calculate or QuestionType.Hidden
                or QuestionType.Today or QuestionType.Start or QuestionType.End => Understanding.Unclear("understand.text"),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };

    static Understanding Acknowledge(string text) =>
        YesNoWords.IsYes(Folding.Bare(text)) ? Understanding.Read("OK") : Understanding.Unclear("understand.acknowledge");

    // A name that the sheet no longer has keeps its place in the count; the run refuses it.
    static List<Choice> Shown(FormStep step, IReadOnlyList<string> shown)
    {
        var byName = step.Question.Choices.Concat(step.Options).GroupBy(choice => choice.Name).ToDictionary(group => group.Key, group => group.Last());
        return [.. shown.Select(name => byName.TryGetValue(name, out var choice) ? choice
            : new Choice(name, new Dictionary<string, string>(), new Dictionary<string, string>()))];
    }
}
