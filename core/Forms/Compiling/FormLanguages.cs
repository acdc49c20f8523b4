namespace RbcBot.Core.Forms.Compiling;

/// <summary>The languages that a form's columns name.</summary>
sealed class FormLanguages
{
    static readonly Dictionary<string, string> CodesByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kinyarwanda"] = "rw",
        ["ikinyarwanda"] = "rw",
        ["french"] = "fr",
        ["français"] = "fr",
        ["francais"] = "fr",
        ["english"] = "en",
    };

    /// <summary>What the standard calls the language of columns that name none.</summary>
    const string Unnamed = "default";

    readonly Dictionary<string, string> codes;

    FormLanguages(string[] codes, Dictionary<string, string> byName) => (Codes, this.codes) = (codes, byName);

    /// <summary>The default first; [""] when no column names a language.</summary>
    internal IReadOnlyList<string> Codes { get; }

    internal string Default => Codes[0];

    internal static FormLanguages Of(IReadOnlyList<FormSheet> sheets, string defaultLanguage)
    {
        string[] names = [.. sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Language).Where(name => name.Length > 0).Distinct()];
        string[] found = [.. names.Select(CodeOf).Distinct()];
        var first = sheets.Any(IsMixed) && defaultLanguage.Length == 0 ? Unnamed : CodeOf(defaultLanguage);
        string[] ordered = found.Length == 0 ? [""] : found.Contains(first) || sheets.Any(IsMixed) ? [first, .. found.Where(code => code != first)] : found;
        return new(ordered, names.ToDictionary(name => name, CodeOf));
    }

    /// <summary>Whether a text stands in a column without language beside others with one: then that is a language of its own.</summary>
    static bool IsMixed(FormSheet sheet) =>
        sheet.Columns.GroupBy(column => column.Name).Any(texts => texts.Any(column => column.Language.Length == 0) && texts.Any(column => column.Language.Length > 0));

    /// <summary>The code of a language named by its code or by its column; what is unknown stays as it is.</summary>
    internal string Code(string nameOrCode) => codes.GetValueOrDefault(nameOrCode, nameOrCode);

    /// <summary>Texts by code, the default language first; a column without language counts as the default.</summary>
    internal Dictionary<string, string> ByCode(IEnumerable<(string Language, string Text)> texts)
    {
        var found = new Dictionary<string, string>();
        foreach (var (language, text) in texts.OrderBy(text => text.Language.Length == 0))
        {
            found.TryAdd(language.Length == 0 ? Default : Code(language), text);
        }
        return found.OrderBy(pair => pair.Key != Default).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    /// <summary>Français (fr) gives fr; a bare name that we know gives its code; else the name.</summary>
    internal static string CodeOf(string name)
    {
        var open = name.LastIndexOf('(');
        return open >= 0 && name.EndsWith(')') && name[(open + 1)..^1].Trim() is { Length: > 0 } code
            ? code
            : CodesByName.GetValueOrDefault(name.Trim(), name.Trim());
    }
}
