namespace RbcBot.Core.Forms.Expressions;

/// <summary>Nodes as they stand in their trees, each once.</summary>
static class DocumentOrder
{
    /// <summary>From how many nodes on one walk through their trees costs less than comparing them by twos.</summary>
    const int Many = 16;

    public static List<Node> Of(List<Node> nodes)
    {
        if (nodes.Count < 2)
        {
            return nodes;
        }
        var wanted = new HashSet<Node>(nodes);
        if (wanted.Count >= Many)
        {
            return Walked(nodes, wanted);
        }
        List<Node> ordered = [.. wanted];
        var tops = nodes.Select(Top).Distinct().ToList();
        ordered.Sort((one, other) => Compare(one, other, tops));
        return ordered;
    }

    static List<Node> Walked(List<Node> nodes, HashSet<Node> wanted)
    {
        List<Node> ordered = new(wanted.Count);
        foreach (var top in nodes.Select(Top).Distinct().ToList())
        {
            Walk(top, wanted, ordered);
        }
        return ordered;
    }

    static void Walk(Node node, HashSet<Node> wanted, List<Node> ordered)
    {
        Take(node, wanted, ordered);
        foreach (var attribute in node.Attributes)
        {
            Take(attribute, wanted, ordered);
        }
        if (node.Inner is { } text)
        {
            Take(text, wanted, ordered);
        }
        for (var index = 0; index < node.Children.Count && wanted.Count > 0; index++)
        {
            Walk(node.Children[index], wanted, ordered);
        }
    }

    static void Take(Node node, HashSet<Node> wanted, List<Node> ordered)
    {
        if (wanted.Remove(node))
        {
            ordered.Add(node);
        }
    }

    static int Compare(Node one, Node other, List<Node> tops)
    {
        var (left, right) = (Line(one), Line(other));
        var at = 1;
        while (at <= left.Count && at <= right.Count && left[^at] == right[^at])
        {
            at++;
        }
        return at > left.Count || at > right.Count
            ? left.Count.CompareTo(right.Count)
            : at == 1 ? tops.IndexOf(left[^1]).CompareTo(tops.IndexOf(right[^1])) : Place(left[^at]).CompareTo(Place(right[^at]));
    }

    /// <summary>The node and all above it, itself first.</summary>
    static List<Node> Line(Node node)
    {
        List<Node> line = [];
        for (var next = node; next is not null; next = next.Above)
        {
            line.Add(next);
        }
        return line;
    }

    /// <summary>The place under its parent: namespaces, then attributes, then children.</summary>
    static (int Group, int Index) Place(Node node) => node.Kind switch
    {
        NodeKind.Namespace => (0, 0),
        NodeKind.Attribute => (1, Axes.IndexIn(node.Parent!.Attributes, node)), // Only what has a parent is compared by it.
        _ => (2, Axes.IndexIn(node.Above!.Children, node)),
    };

    static Node Top(Node node)
    {
        while (node.Above is { } above)
        {
            node = above;
        }
        return node;
    }
}
