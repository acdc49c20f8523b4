namespace RbcBot.Core.Texts;

/// <summary>One sentence of an author in up to three languages.</summary>
/// <param name="ByLanguage">What is written, by language; a language may be missing.</param>
public sealed record Localized(IReadOnlyDictionary<Language, string> ByLanguage)
{
    /// <summary>The sentence in the language, or in English, or in whatever there is; "" when there is nothing.</summary>
    public string In(Language language) =>
        ByLanguage.TryGetValue(language, out var own) ? own
        : ByLanguage.TryGetValue(Language.En, out var english) ? english
        : ByLanguage.Values.FirstOrDefault("");

    /// <summary>The same sentence in all languages: a name or a code.</summary>
    public static Localized Same(string text) => new(Languages.All.ToDictionary(language => language, _ => text));
}
