namespace RbcBot.Core.Forms.Expressions;

/// <summary>Works a tree out for one context.</summary>
sealed class Evaluator(EvaluationContext context)
{
    public EvaluationContext Context => context;

    public Value Work(Syntax syntax) => Work(syntax, new(context.Context, 1, 1, context.Current));

    public Value Work(Syntax syntax, Focus focus) => syntax switch
    {
        LiteralSyntax literal => literal.Value,
        ReferenceSyntax reference => Value.Of(context.Resolve(reference.Name, focus.Viewer)),
        NegationSyntax negation => Value.Of(-Number(negation.Operand, focus)),
        CallSyntax call => call.Function.Work(new(this, call, focus)),
        BinarySyntax binary => Binary(binary, focus),
        FilterSyntax filter => Value.Of(Filtered(Nodes(filter.Of, focus), filter.Predicates, focus)),
        PathSyntax path => Value.Of(Walk(path, focus)),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    public IReadOnlyList<Node> Nodes(Syntax syntax, Focus focus)
    {
        var value = Work(syntax, focus);
        return value.Kind == ValueKind.Nodes
            ? value.Nodes
            : throw new ExpressionException(syntax.Position, "questions or groups are wanted here, such as ${name}, not a text or number");
    }

    double Number(Syntax syntax, Focus focus) => Work(syntax, focus).Number(context.Moment.Zone);

    Value Binary(BinarySyntax binary, Focus focus)
    {
        var (left, right) = (binary.Left, binary.Right);
        return binary.Operator switch
        {
            Operator.Or => Value.Of(Work(left, focus).IsTrue || Work(right, focus).IsTrue),
            Operator.And => Value.Of(Work(left, focus).IsTrue && Work(right, focus).IsTrue),
            Operator.Union => Value.Of(DocumentOrder.Of([.. Nodes(left, focus), .. Nodes(right, focus)])),
            Operator.Add => Value.Of(Number(left, focus) + Number(right, focus)),
            Operator.Subtract => Value.Of(Number(left, focus) - Number(right, focus)),
            Operator.Multiply => Value.Of(Number(left, focus) * Number(right, focus)),
            Operator.Divide => Value.Of(Number(left, focus) / Number(right, focus)),
            Operator.Modulo => Value.Of(Number(left, focus) % Number(right, focus)),
            _ => Value.Of(Comparison.Holds(binary.Operator, Work(left, focus), Work(right, focus), context.Moment.Zone)),
        };
    }

    IReadOnlyList<Node> Walk(PathSyntax path, Focus focus)
    {
        IReadOnlyList<Node> nodes = path switch
        {
            { IsAbsolute: true } => [Node.DocumentOf(context.Root)],
            { From: { } from } => Nodes(from, focus),
            _ => [focus.Node],
        };
        var inOrder = path.From is null or ReferenceSyntax or CallSyntax;
        foreach (var step in path.Steps)
        {
            // From several nodes only a chain of children (or attributes) is sure to come out in order and without doubles.
            inOrder &= step.Axis is Axis.Child or Axis.Self or Axis.Attribute;
            IReadOnlyList<Node> next = [.. nodes.SelectMany(node => Filtered(Axes.Nodes(step, node), step.Predicates, focus))];
            nodes = inOrder || next.Count < 2 ? next : DocumentOrder.Of(next);
        }
        return nodes;
    }

    IReadOnlyList<Node> Filtered(IReadOnlyList<Node> nodes, IReadOnlyList<Syntax> predicates, Focus focus)
    {
        foreach (var predicate in predicates)
        {
            var size = nodes.Count;
            nodes = [.. nodes.Where((node, index) => Passes(predicate, focus with { Node = node, Position = index + 1, Size = size }))];
        }
        return nodes;
    }

    /// <summary>A number is a place; anything else is true or not.</summary>
    bool Passes(Syntax predicate, Focus focus)
    {
        var value = Work(predicate, focus);
        return value.Kind == ValueKind.Number ? value.Number(context.Moment.Zone) == focus.Position : value.IsTrue;
    }
}
