using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>What was made of a person's words.</summary>
/// <param name="Value">The canonical answer; null when the words were not clear.</param>
/// <param name="Echo">Whether the reading should be said back, because it could be misread (a date, a number in words).</param>
/// <param name="HintKey">Text key that says how to answer; null when it was read. One of understand.number, understand.whole, understand.choice, understand.choices, understand.date, understand.text, understand.ambiguous.</param>
public sealed record Understanding(string? Value, bool Echo, string? HintKey);

/// <summary>Turns what people write into canonical answers.</summary>
public static class Understand
{
    /// <summary>Reads a text as an answer to the step; never throws.</summary>
    /// <param name="language">The language the person chose; labels of all languages are understood.</param>
    /// <param name="today">The day in Kigali, for dates such as "ejo" that need asking back.</param>
    public static Understanding Answer(FormStep step, string text, Language language, DateOnly today) =>
        throw new NotSupportedException(step.Question.Name + text + language + today);
}
