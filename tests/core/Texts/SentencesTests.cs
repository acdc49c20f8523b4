using System.Text.Json;
using System.Text.RegularExpressions;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Texts;

public sealed partial class SentencesTests
{
    public static TheoryData<Language> AllLanguages => [.. Languages.All];

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_language_has_the_keys_of_English(Language language) =>
        Assert.Equal(Text.Keys(Language.En).Order(StringComparer.Ordinal), Text.Keys(language).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(AllLanguages))]
    public void No_key_is_there_twice_and_keys_are_in_order(Language language)
    {
        var keys = Entries(language).Select(entry => entry.Name).ToList();
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public void A_value_is_a_sentence_or_one_to_validate(Language language) =>
        Assert.All(Entries(language), entry => Assert.True(
            entry.Value.ValueKind == JsonValueKind.String
            || (entry.Value.EnumerateObject().Select(field => field.Name).SequenceEqual(["to-validate"])
                && entry.Value.GetProperty("to-validate").ValueKind == JsonValueKind.String),
            entry.Name));

    [Theory, MemberData(nameof(AllLanguages))]
    public void No_sentence_is_empty(Language language) =>
        Assert.All(Entries(language), entry => Assert.False(string.IsNullOrWhiteSpace(Sentence(entry)), entry.Name));

    [Theory, MemberData(nameof(AllLanguages))]
    public void Every_language_fills_the_slots_of_English(Language language)
    {
        var english = Entries(Language.En).ToDictionary(entry => entry.Name, Slots);
        Assert.All(Entries(language), entry => Assert.Equal((entry.Name, english[entry.Name]), (entry.Name, Slots(entry))));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public void A_plural_has_both_forms_and_no_singular_key(Language language)
    {
        var keys = Entries(language).Select(entry => entry.Name).ToHashSet();
        // Without a count, "other" is a word of its own: another sex, another kind of message.
        var counted = Entries(language).Where(entry => PluralEnd().IsMatch(entry.Name) && Sentence(entry)!.Contains("{count}", StringComparison.Ordinal));
        Assert.All(counted.Select(entry => PluralEnd().Replace(entry.Name, "")), stem =>
            Assert.True(keys.Contains(stem + ".one") && keys.Contains(stem + ".other") && !keys.Contains(stem), stem));
    }

    static List<JsonProperty> Entries(Language language)
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream($"Texts/{Languages.Code(language)}.json");
        return [.. JsonDocument.Parse(Assert.IsType<Stream>(stream, exactMatch: false)).RootElement.EnumerateObject()];
    }

    static string? Sentence(JsonProperty entry) =>
        entry.Value.ValueKind == JsonValueKind.Object ? entry.Value.GetProperty("to-validate").GetString() : entry.Value.GetString();

    // The singular may say "one" in words, so that only there {count} may be missing.
    static string Slots(JsonProperty entry) =>
        string.Join(' ', Slot().Matches(Sentence(entry) ?? "").Select(match => match.Groups[1].Value)
            .Where(slot => !(slot == "count" && entry.Name.EndsWith(".one", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex PluralEnd();
}
