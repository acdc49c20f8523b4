using RbcBot.Core.Texts;

namespace RbcBot.Core.Content;

/// <summary>A column for one language, such as "title::Français (fr)" or "title::fr".</summary>
static class LanguageColumn
{
    /// <summary>The language of a header with the prefix; null when the header is another one.</summary>
    public static Language? Of(string header, string prefix) =>
        header.StartsWith($"{prefix}::", StringComparison.OrdinalIgnoreCase) ? Languages.Parse(Code(header[(prefix.Length + 2)..])) : null;

    static string Code(string name)
    {
        var open = name.LastIndexOf('(');
        return open >= 0 && name.EndsWith(')') ? name[(open + 1)..^1] : name;
    }
}
