namespace RbcBot.Core.Forms.Expressions;

/// <summary>Nodes as they stand in their trees, each once.</summary>
static class DocumentOrder
{
    public static IReadOnlyList<Node> Of(IReadOnlyList<Node> nodes)
    {
        var wanted = nodes.ToHashSet();
        var tops = nodes.Select(Top).Distinct().ToList();
        List<Node> ordered = [.. tops.SelectMany(InOrder).Where(wanted.Remove)];
        // A document made for the occasion holds its tree without being its parent.
        return wanted.Count == 0 ? ordered : [.. nodes.Where(wanted.Remove), .. ordered];
    }

    static Node Top(Node node) => node.Parent is { } parent ? Top(parent) : node;

    static IEnumerable<Node> InOrder(Node node) =>
        new[] { node }.Concat(node.Attributes).Concat(node.Children.SelectMany(InOrder));
}
