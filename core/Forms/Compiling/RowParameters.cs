using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>The parameters cell: name=value with spaces, commas or semicolons between.</summary>
static partial class RowParameters
{
    /// <summary>Values by lower-case name; of a name that stands twice the first counts.</summary>
    internal static Dictionary<string, string> Of(string cell)
    {
        var found = new Dictionary<string, string>();
        foreach (Match pair in Pair().Matches(cell))
        {
            found.TryAdd(pair.Groups["name"].Value.ToLowerInvariant(), pair.Groups["value"].Value.Trim());
        }
        return found;
    }

    [GeneratedRegex(@"(?<name>[\w-]+)\s*=\s*(?<value>\$\{[^}]*\}|[^\s,;]*)")]
    private static partial Regex Pair();
}
