using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms;

/// <summary>Paths that tell the instances of a repeat apart: /data/child[2]/age.</summary>
public static partial class InstancePath
{
    /// <summary>The path without instances: /data/child/age.</summary>
    public static string Plain(string path) => path.Contains('[', StringComparison.Ordinal) ? Place().Replace(path, "") : path;

    /// <summary>The numbers of the instances, the outermost first: 2.</summary>
    public static IReadOnlyList<int> Places(string path) =>
        path.Contains('[', StringComparison.Ordinal) ? [.. Place().Matches(path).Select(match => int.TryParse(match.ValueSpan[1..^1], out var place) ? place : 0)] : [];

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Place();
}
