namespace RbcBot.Core.Forms.Expressions;

/// <summary>Where a step leads from a node, nearest first.</summary>
static class Axes
{
    public static IReadOnlyList<Node> Nodes(Step step, Node node)
    {
        if (step is { Axis: Axis.Child, Test: NodeTest.Text })
        {
            // The tree has no nodes for texts: a leaf with a text stands for its text.
            return node.Children.Count == 0 && node.Text.Length > 0 ? [node] : [];
        }
        return [.. Along(step.Axis, node).Where(found => Passes(step, found))];
    }

    static IEnumerable<Node> Along(Axis axis, Node node) => axis switch
    {
        Axis.Child => node.Children,
        Axis.Descendant => node.Children.SelectMany(WithDescendants),
        Axis.DescendantOrSelf => WithDescendants(node),
        Axis.Self => [node],
        Axis.Parent => node.Parent is { } parent ? [parent] : [],
        Axis.Ancestor => node.Parent is { } parent ? WithAncestors(parent) : [],
        Axis.AncestorOrSelf => WithAncestors(node),
        Axis.FollowingSibling => Siblings(node).SkipWhile(sibling => sibling != node).Skip(1),
        Axis.PrecedingSibling => Siblings(node).TakeWhile(sibling => sibling != node).Reverse(),
        Axis.Attribute => node.Attributes,
        _ => throw new ArgumentOutOfRangeException(nameof(axis)),
    };

    static bool Passes(Step step, Node node) => step.Test switch
    {
        NodeTest.Any => true,
        NodeTest.Element => node.Name.Length > 0 && (step.Axis == Axis.Attribute || !node.IsAttribute),
        NodeTest.Named => node.Name == step.Name,
        _ => false,
    };

    static IReadOnlyList<Node> Siblings(Node node) => node is { Parent: { } parent, IsAttribute: false } ? parent.Children : [];

    static IEnumerable<Node> WithDescendants(Node node)
    {
        var waiting = new Stack<Node>([node]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.Children.Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    static IEnumerable<Node> WithAncestors(Node node)
    {
        for (var next = node; next is not null; next = next.Parent)
        {
            yield return next;
        }
    }
}
