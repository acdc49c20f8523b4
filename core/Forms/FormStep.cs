using RbcBot.Core.Forms.Compiling;

namespace RbcBot.Core.Forms;

/// <summary>A question or note as it stands at this point of a run: labels filled, choices filtered.</summary>
public sealed class FormStep
{
    readonly FormLanguages languages;
    readonly IReadOnlyDictionary<string, string> label, hint, guidance;

    internal FormStep(
        Question question, bool required, IReadOnlyList<Choice> options, FormLanguages languages,
        IReadOnlyDictionary<string, string> label, IReadOnlyDictionary<string, string> hint, IReadOnlyDictionary<string, string> guidance)
    {
        (Question, Required, Options, this.languages) = (question, required, options, languages);
        (this.label, this.hint, this.guidance) = (label, hint, guidance);
    }

    public Question Question { get; }

    /// <summary>Where the value lives, instances of repeats told apart: /data/child[2]/age.</summary>
    public string Path => Question.Path;

    /// <summary>The path of the group with appearance field-list that the row stands in: its rows belong on one page; "" when there is none.</summary>
    public string FieldList { get; init; } = "";

    /// <summary>The files that accompany the label, in all languages.</summary>
    public IReadOnlyList<FormMedia> Media { get; init; } = [];

    /// <summary>Whether an answer is required now.</summary>
    public bool Required { get; }

    /// <summary>The choices that choice_filter lets through, in the sheet's order.</summary>
    public IReadOnlyList<Choice> Options { get; }

    /// <summary>What the question holds now: an answer, a default, or a calculation; "" when blank.</summary>
    public string Value { get; init; } = "";

    /// <summary>The question in the language (code, or column name), its ${references} filled; falls back to the default language.</summary>
    public string Label(string language) => In(label, language);

    /// <summary>The hint; "" when there is none.</summary>
    public string Hint(string language) => In(hint, language);

    /// <summary>The guidance hint, which answers "why do you ask?"; "" when there is none.</summary>
    public string Guidance(string language) => In(guidance, language);

    string In(IReadOnlyDictionary<string, string> texts, string language) =>
        texts.Count == 0 ? "" : texts.TryGetValue(languages.Code(language), out var own) ? own : texts.Values.First();
}
