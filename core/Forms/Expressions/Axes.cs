namespace RbcBot.Core.Forms.Expressions;

/// <summary>Where a step leads from a node, nearest first.</summary>
static class Axes
{
    /// <summary>Whether the axis leads against the order of the document.</summary>
    public static bool IsReverse(Axis axis) => axis is Axis.Parent or Axis.Ancestor or Axis.AncestorOrSelf or Axis.Preceding or Axis.PrecedingSibling;

    /// <summary>Adds the nodes that the step leads to.</summary>
    public static void Collect(in Walk walk, Node node)
    {
        switch (walk.Step.Axis)
        {
            case Axis.Child:
                Children(walk, node);
                break;
            case Axis.Descendant:
                Descendants(walk, node);
                break;
            case Axis.DescendantOrSelf:
                walk.Take(node);
                Descendants(walk, node);
                break;
            case Axis.Self:
                walk.Take(node);
                break;
            case Axis.Attribute:
                All(walk, node.Attributes, 0);
                break;
            case Axis.Namespace:
                All(walk, Namespaces.Of(node), 0);
                break;
            default:
                Around(walk, node);
                break;
        }
    }

    /// <summary>Where the node stands in a list; -1 when it does not.</summary>
    public static int IndexIn(IReadOnlyList<Node> nodes, Node node)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            if (nodes[index] == node)
            {
                return index;
            }
        }
        return -1;
    }

    static void Around(in Walk walk, Node node)
    {
        switch (walk.Step.Axis)
        {
            case Axis.Parent:
                walk.Take(node.Above);
                break;
            case Axis.Ancestor or Axis.AncestorOrSelf:
                Ancestors(walk, walk.Step.Axis == Axis.Ancestor ? node.Above : node);
                break;
            case Axis.FollowingSibling:
                var siblings = Siblings(node);
                All(walk, siblings, IndexIn(siblings, node) + 1);
                break;
            case Axis.PrecedingSibling:
                Before(walk, node, withBelow: false);
                break;
            case Axis.Following:
                Following(walk, node);
                break;
            case Axis.Preceding:
                Preceding(walk, node);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(walk));
        }
    }

    static void All(in Walk walk, IReadOnlyList<Node> nodes, int from)
    {
        for (var index = from; index < nodes.Count; index++)
        {
            walk.Take(nodes[index]);
        }
    }

    static void Children(in Walk walk, Node node)
    {
        if (walk.Step.Test is NodeTest.Any or NodeTest.Text)
        {
            walk.Take(node.Inner);
        }
        All(walk, node.Children, 0);
    }

    static void Descendants(in Walk walk, Node node)
    {
        if (walk.Step.Test is NodeTest.Any or NodeTest.Text)
        {
            walk.Take(node.Inner);
        }
        var children = node.Children;
        for (var index = 0; index < children.Count; index++)
        {
            walk.Take(children[index]);
            Descendants(walk, children[index]);
        }
    }

    static void Ancestors(in Walk walk, Node? from)
    {
        for (var next = from; next is not null; next = next.Above)
        {
            walk.Take(next);
        }
    }

    /// <summary>The node's brothers and sisters with itself; attributes, namespaces and the text of a leaf have none.</summary>
    static IReadOnlyList<Node> Siblings(Node node) =>
        node.Above is { } above && node.Kind is not (NodeKind.Attribute or NodeKind.Namespace) ? above.Children : [];

    static void Before(in Walk walk, Node node, bool withBelow)
    {
        var siblings = Siblings(node);
        for (var index = IndexIn(siblings, node) - 1; index >= 0; index--)
        {
            if (withBelow)
            {
                Backwards(walk, siblings[index]);
            }
            else
            {
                walk.Take(siblings[index]);
            }
        }
    }

    /// <summary>What begins after the node ends; after an attribute also what is under its element.</summary>
    static void Following(in Walk walk, Node node)
    {
        var from = node;
        if (node is { Kind: NodeKind.Attribute or NodeKind.Namespace, Parent: { } owner })
        {
            Descendants(walk, owner);
            from = owner;
        }
        for (var next = from; next is not null; next = next.Above)
        {
            var siblings = Siblings(next);
            for (var index = IndexIn(siblings, next) + 1; index < siblings.Count; index++)
            {
                walk.Take(siblings[index]);
                Descendants(walk, siblings[index]);
            }
        }
    }

    static void Preceding(in Walk walk, Node node)
    {
        for (var next = node; next is not null; next = next.Above)
        {
            Before(walk, next, withBelow: true);
        }
    }

    static void Backwards(in Walk walk, Node node)
    {
        for (var index = node.Children.Count - 1; index >= 0; index--)
        {
            Backwards(walk, node.Children[index]);
        }
        walk.Take(node.Inner);
        walk.Take(node);
    }
}
