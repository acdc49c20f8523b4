using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RbcBot.Core.Texts;

/// <summary>Every sentence that a participant or a console user reads, by key and language.</summary>
/// <remarks>
/// Sentences live in rw.json, fr.json and en.json. A value is the sentence, or {"to-validate": "sentence"} while no
/// native speaker has confirmed it. A slot is {name}; a key with the plural forms key.one and key.other is chosen by the slot "count".
/// </remarks>
public static partial class Text
{
    static readonly Dictionary<Language, Dictionary<string, (string Sentence, bool ToValidate)>> Sentences =
        Languages.All.ToDictionary(language => language, Load);

    /// <summary>All keys, in the order of en.json.</summary>
    public static IReadOnlyList<string> Keys(Language language) => [.. Sentences[language].Keys];

    /// <summary>Whether the key is there in the language.</summary>
    public static bool Has(Language language, string key) => Sentences[language].ContainsKey(key);

    /// <summary>Whether no native speaker has confirmed the sentence yet.</summary>
    public static bool IsToValidate(Language language, string key) => Sentences[language][key].ToValidate;

    /// <summary>The sentence, its slots filled; numbers are written as the language's culture writes them.</summary>
    /// <exception cref="KeyNotFoundException">The key is in no language: a programmer's mistake.</exception>
    public static string Of(Language language, string key, params (string Name, object? Value)[] slots)
    {
        var pattern = Sentences[language][Plural(key, slots)].Sentence;
        return slots.Length == 0 ? pattern : Slot().Replace(pattern, match => Fill(match, language, slots));
    }

    /// <summary>The sentence in every language, for somebody who has chosen none; what is the same in several stands once.</summary>
    public static string InAll(string between, string key, params (string Name, object? Value)[] slots) =>
        string.Join(between, Languages.All.Select(language => Of(language, key, slots)).Distinct());

    static string Plural(string key, (string Name, object? Value)[] slots)
    {
        if (Sentences[Language.En].ContainsKey(key))
            return key;
        var count = slots.FirstOrDefault(slot => slot.Name == "count").Value;
        return Convert.ToDecimal(count ?? 0, CultureInfo.InvariantCulture) == 1 ? $"{key}.one" : $"{key}.other";
    }

    static string Fill(Match match, Language language, (string Name, object? Value)[] slots)
    {
        foreach (var (name, value) in slots)
            if (name == match.Groups[1].Value)
                return Convert.ToString(value, Languages.Culture(language)) ?? "";
        return match.Value;
    }

    static Dictionary<string, (string, bool)> Load(Language language)
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream($"Texts/{Languages.Code(language)}.json")
            ?? throw new InvalidOperationException($"The sentences of {language} are not in the assembly.");
        return JsonDocument.Parse(stream).RootElement.EnumerateObject().ToDictionary(
            entry => entry.Name,
            entry => entry.Value.ValueKind == JsonValueKind.Object
                ? (entry.Value.GetProperty("to-validate").GetString() ?? "", true)
                : (entry.Value.GetString() ?? "", false));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
