namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of what nodes are called and of the language they are marked with.</summary>
static class NameFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Function.Text("name", 0, 1, call => Named(call)?.Name ?? "") with { TakesNodes = true },
        Function.Text("local-name", 0, 1, call => Named(call)?.LocalName ?? "") with { TakesNodes = true },
        Function.Text("namespace-uri", 0, 1, call => Named(call)?.Namespace ?? "") with { TakesNodes = true },
        new("id", 1, 1, call => Value.Of(WithIds(call))),
        Function.Truth("lang", 1, 1, Speaks),
    ];

    static Node? Named(Call call) => call.First(0) is { Kind: not (NodeKind.Text or NodeKind.Comment) } node ? node : null;

    /// <summary>The elements whose attribute id is one of the words, each word's first.</summary>
    static List<Node> WithIds(Call call)
    {
        var wanted = call.EachOf(0).SelectMany(value => StringFunctions.Words(value.Text(call.Zone))).ToHashSet(StringComparer.Ordinal);
        var top = call.Focus.Node;
        while (top.Above is { } above)
        {
            top = above;
        }
        List<Node> found = [];
        Seek(top, wanted, found);
        return found;
    }

    static void Seek(Node node, HashSet<string> wanted, List<Node> found)
    {
        if (node.Attributes.FirstOrDefault(attribute => attribute.Name == "id") is { } id && wanted.Remove(id.Seen))
        {
            found.Add(node);
        }
        foreach (var child in node.Children)
        {
            Seek(child, wanted, found);
        }
    }

    /// <summary>Whether the nearest xml:lang at or above the node is the language or a dialect of it.</summary>
    static bool Speaks(Call call)
    {
        var language = call.Text(0);
        for (var node = call.Focus.Node; node is not null && language.Length > 0; node = node.Above)
        {
            if (node.Attributes.FirstOrDefault(attribute => attribute.Name == "xml:lang") is { } marked)
            {
                return marked.Text.Equals(language, StringComparison.OrdinalIgnoreCase)
                    || marked.Text.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
            }
        }
        return false;
    }
}
