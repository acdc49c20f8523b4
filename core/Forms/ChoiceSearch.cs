using RbcBot.Core.Forms.Answers;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Forms;

/// <summary>How well a writing fits an option, the best first.</summary>
public enum Closeness
{
    /// <summary>It is the option's label or name.</summary>
    Exact,

    /// <summary>All words of the label, in another order or shortened as usual: CS Huye.</summary>
    Whole,

    /// <summary>The beginning of the label.</summary>
    Beginning,

    /// <summary>Each word is one of the label, or begins one.</summary>
    Words,

    /// <summary>The same with a slip of the finger or two.</summary>
    Near,

    /// <summary>Only some of the words are of the label: to be offered, never taken.</summary>
    Part,
}

/// <summary>An option that a writing may mean.</summary>
/// <param name="Slips">Letters that differ, over all words.</param>
public sealed record ChoiceMatch(Choice Choice, Closeness Closeness, int Slips);

/// <summary>Finds options of a long list by typing: accents, case, order of words and usual short forms do not count, and slips are forgiven.</summary>
public static class ChoiceSearch
{
    /// <summary>Most options that are offered after a search; of more, the person types more letters.</summary>
    public const int MostOffered = 10;

    /// <summary>The options that fit, the best first and ties in the order given; what only nearly fits is looked for when nothing else does.</summary>
    /// <param name="language">The language the person chose; labels of all languages are searched, its own first.</param>
    public static IReadOnlyList<ChoiceMatch> Find(IReadOnlyList<Choice> options, string text, Language language) =>
        new ChoiceIndex(options, language).Find(text);
}
