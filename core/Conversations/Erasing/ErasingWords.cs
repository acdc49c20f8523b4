using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations.Erasing;

/// <summary>Sentences about an erasure: in her language, or in all while she has chosen none; a day is written out as each language writes it.</summary>
static class ErasingWords
{
    /// <param name="between">What stands between the languages.</param>
    public static string Of(Language? hers, string key, string between, params (string Name, object? Value)[] slots) =>
        hers is { } language ? Text.Of(language, key, slots) : Text.InAll(between, key, slots);

    /// <summary>A sentence that names a day.</summary>
    public static string On(Language? hers, string key, DateTimeOffset day, params (string Name, object? Value)[] slots) =>
        string.Join("\n\n", (hers is { } language ? [language] : Languages.All).Select(one => Text.Of(one, key, [("date", KigaliTime.Written(one, day)), .. slots])).Distinct());
}
