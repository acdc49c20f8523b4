namespace RbcBot.Core.Forms.Expressions;

/// <summary>Paths at work: step by step, the nodes of each in document order.</summary>
static class Paths
{
    public static Value Work(PathSyntax path, EvaluationContext context, in Focus focus)
    {
        var nodes = path switch
        {
            { IsAbsolute: true } => Value.Of(Node.DocumentOf(context.Root)),
            { From: { } from } => Evaluator.Nodes(from, context, focus),
            _ => Value.Of(focus.Node),
        };
        var inOrder = path.From is null or ReferenceSyntax or CallSyntax;
        foreach (var step in path.Steps)
        {
            nodes = Taken(step, nodes, context, focus, ref inOrder);
        }
        return nodes;
    }

    /// <summary>The nodes that pass all predicates.</summary>
    public static List<Node> Filtered(Value nodes, IReadOnlyList<Syntax> predicates, EvaluationContext context, in Focus focus)
    {
        List<Node> kept = [.. nodes.Nodes];
        Filter(kept, 0, predicates, context, focus);
        return kept;
    }

    /// <param name="inOrder">Whether none of the nodes is above another, so that children come out in order and without doubles.</param>
    static Value Taken(Step step, in Value nodes, EvaluationContext context, in Focus focus, ref bool inOrder)
    {
        if (nodes.Count == 1 && step.IsPlain && Plain(step, nodes.At(0)) is { } plain)
        {
            inOrder = true;
            return plain;
        }
        var found = new List<Node>();
        var walk = new Walk(step, step.Prefix.Length == 0 ? "" : Namespaces.Address(step.Prefix, context), found, focus.Effort);
        for (var place = 0; place < nodes.Count; place++)
        {
            var from = found.Count;
            Axes.Collect(walk, nodes.At(place));
            Filter(found, from, step.Predicates, context, focus);
        }
        return Value.Of(Ordered(step, found, nodes.Count, ref inOrder));
    }

    /// <summary>What the commonest steps lead to: a full stop, the parent, the one child of a name; null when there are several.</summary>
    static Value? Plain(Step step, Node node)
    {
        if (step.Axis == Axis.Self)
        {
            return Value.Of(node);
        }
        if (step.Axis == Axis.Parent)
        {
            return node.Above is { } above ? Value.Of(above) : default(Value);
        }
        Node? only = null;
        var children = node.Children;
        for (var index = 0; index < children.Count; index++)
        {
            var child = children[index];
            if (child.Name == step.Name && child.Kind == NodeKind.Element && child.Namespace.Length == 0)
            {
                if (only is not null)
                {
                    return null;
                }
                only = child;
            }
        }
        return only is null ? default(Value) : Value.Of(only);
    }

    static List<Node> Ordered(Step step, List<Node> found, int starts, ref bool inOrder)
    {
        if (starts <= 1)
        {
            if (Axes.IsReverse(step.Axis))
            {
                found.Reverse();
            }
            inOrder = step.Axis is Axis.Child or Axis.Self or Axis.Attribute or Axis.Parent or Axis.FollowingSibling or Axis.PrecedingSibling;
            return found;
        }
        inOrder &= step.Axis is Axis.Child or Axis.Self or Axis.Attribute;
        return inOrder ? found : DocumentOrder.Of(found);
    }

    /// <summary>Leaves of the nodes from a place on only those that pass all predicates, each seen among those left before it.</summary>
    static void Filter(List<Node> nodes, int from, IReadOnlyList<Syntax> predicates, EvaluationContext context, in Focus focus)
    {
        for (var index = 0; index < predicates.Count; index++)
        {
            var size = nodes.Count - from;
            var kept = from;
            for (var place = 0; place < size; place++)
            {
                var node = nodes[from + place];
                focus.Effort?.Try();
                if (Passes(predicates[index], context, focus with { Node = node, Position = place + 1, Size = size }))
                {
                    nodes[kept++] = node;
                }
            }
            nodes.RemoveRange(kept, nodes.Count - kept);
        }
    }

    /// <summary>A number is a place; anything else is true or not.</summary>
    static bool Passes(Syntax predicate, EvaluationContext context, in Focus focus)
    {
        var value = Evaluator.Work(predicate, context, focus);
        return value.Kind == ValueKind.Number ? value.Number(context.Moment.Zone) == focus.Position : value.IsTrue;
    }
}
