using System.Net;
using System.Text.RegularExpressions;

namespace RbcBot.Tests.Given;

/// <summary>The tags of a page as a browser would take them, and which of them no page of ours has.</summary>
static partial class HtmlTags
{
    static readonly HashSet<string> Never = ["script", "iframe", "object", "embed", "base", "style", "template", "math", "marquee", "body.onload", "x", "isindex", "keygen", "mglyph", "applet", "frame", "frameset", "portal"];

    static readonly string[] Leading = ["href", "src", "action", "formaction", "data", "xlink:href"];

    /// <summary>What would run, load from elsewhere or change the page; empty when nothing does.</summary>
    public static IReadOnlyList<string> Strange(string html) => [.. Tag().Matches(Comment().Replace(html, "")).Where(IsStrange).Select(tag => tag.Value)];

    static bool IsStrange(Match tag) => !OurScript().IsMatch(tag.Value) && HasStrange(tag);

    static bool HasStrange(Match tag) =>
        Never.Contains(tag.Groups["name"].Value.ToLowerInvariant())
        || Attribute().Matches(tag.Groups["rest"].Value).Any(attribute => IsStrange(attribute.Groups["name"].Value.ToLowerInvariant(), WebUtility.HtmlDecode(attribute.Groups["value"].Value).Trim('"', '\'')));

    static bool IsStrange(string name, string value) =>
        name.StartsWith("on", StringComparison.Ordinal) || name is "style" or "srcdoc" or "http-equiv"
        || (Leading.Contains(name) && !(value.StartsWith('/') && !value.StartsWith("//", StringComparison.Ordinal)) && !value.StartsWith('#') && !value.StartsWith('?') && !value.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !value.StartsWith("https://t.me/", StringComparison.Ordinal) && !value.StartsWith("data:,", StringComparison.Ordinal) && !value.StartsWith("data:image/", StringComparison.Ordinal));

    [GeneratedRegex("<(?<name>[a-zA-Z][^\\s/>]*)(?<rest>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<name>[^\\s=/\"'>]+)(?:\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*'|[^\\s>]+))?")]
    private static partial Regex Attribute();

    [GeneratedRegex("^<script src=\"/console/assets/(passkey|progress)\\.js\\?v=[0-9a-f]{10}\" nonce=\"[A-Za-z0-9+/=&#;]+\" defer>$")]
    private static partial Regex OurScript();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
