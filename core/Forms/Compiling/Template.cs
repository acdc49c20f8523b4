using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>A text of the author's with ${references} to be filled.</summary>
sealed partial class Template
{
    /// <summary>Literal text and reference names in turn: the even places are text.</summary>
    readonly string[] parts;

    Template(string[] parts) => this.parts = parts;

    /// <summary>The text as the author wrote it, but for spaces within references.</summary>
    internal string Source => string.Concat(parts.Select((part, index) => index % 2 == 0 ? part : "${" + part + "}"));

    internal IEnumerable<string> References => parts.Where((_, index) => index % 2 == 1);

    /// <summary>Whether a reference begins that does not end.</summary>
    internal bool IsTorn => parts.Where((_, index) => index % 2 == 0).Any(text => text.Contains("${", StringComparison.Ordinal));

    internal bool IsPlain => parts.Length == 1;

    internal static Template Of(string text) => new(Reference().Split(text));

    internal string Fill(Func<string, string> value) =>
        IsPlain ? parts[0] : string.Concat(parts.Select((part, index) => index % 2 == 0 ? part : value(part)));

    [GeneratedRegex(@"\$\{\s*([^}]*?)\s*\}")]
    private static partial Regex Reference();
}

/// <summary>A text of the author's in the form's languages.</summary>
/// <param name="ByCode">The default language first.</param>
sealed record Templates(IReadOnlyDictionary<string, Template> ByCode)
{
    internal static readonly Templates None = new(new Dictionary<string, Template>());

    /// <summary>The texts themselves where no reference is to be filled; null where one is.</summary>
    internal IReadOnlyDictionary<string, string>? Plain { get; } =
        ByCode.Values.All(template => template.IsPlain) ? ByCode.ToDictionary(pair => pair.Key, pair => pair.Value.Source) : null;

    /// <summary>The template of the language, else of the default, else of any; null when there is none.</summary>
    internal Template? In(string code) => ByCode.TryGetValue(code, out var own) ? own : ByCode.Values.FirstOrDefault();
}
