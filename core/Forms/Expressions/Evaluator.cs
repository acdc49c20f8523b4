namespace RbcBot.Core.Forms.Expressions;

/// <summary>Works a tree out for one context.</summary>
static class Evaluator
{
    /// <param name="effort">Null when the tree has no conditions, and so cannot look far.</param>
    public static Value Whole(Syntax syntax, EvaluationContext context, Effort? effort) =>
        Work(syntax, context, new Focus(context.Context, 1, 1, context.Current, effort));

    public static Value Work(Syntax syntax, EvaluationContext context, in Focus focus) => syntax switch
    {
        LiteralSyntax literal => literal.Value,
        ReferenceSyntax reference => Value.Of(context.Resolve(reference.Name, focus.Viewer)),
        BinarySyntax binary => Binary(binary, context, focus),
        CallSyntax call => call.Function.Work(new(context, call, focus)),
        PathSyntax path => Paths.Work(path, context, focus),
        NegationSyntax negation => Value.Of(-Number(negation.Operand, context, focus)),
        FilterSyntax filter => Value.Of(Paths.Filtered(Nodes(filter.Of, context, focus), filter.Predicates, context, focus)),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    public static Value Nodes(Syntax syntax, EvaluationContext context, in Focus focus)
    {
        var value = Work(syntax, context, focus);
        return value.IsNodes
            ? value
            : throw new ExpressionException(syntax.Position, "questions or groups are wanted here, such as ${name}, not a text or number");
    }

    static double Number(Syntax syntax, EvaluationContext context, in Focus focus) =>
        Work(syntax, context, focus).Number(context.Moment.Zone);

    static bool IsTrue(Syntax syntax, EvaluationContext context, in Focus focus) => Work(syntax, context, focus).IsTrue;

    static Value Binary(BinarySyntax binary, EvaluationContext context, in Focus focus)
    {
        var (left, right) = (binary.Left, binary.Right);
        return binary.Operator switch
        {
            Operator.Or => Value.Of(IsTrue(left, context, focus) || IsTrue(right, context, focus)),
            Operator.And => Value.Of(IsTrue(left, context, focus) && IsTrue(right, context, focus)),
            Operator.Union => Value.Of(DocumentOrder.Of([.. Nodes(left, context, focus).Nodes, .. Nodes(right, context, focus).Nodes])),
            Operator.Add => Value.Of(Number(left, context, focus) + Number(right, context, focus)),
            Operator.Subtract => Value.Of(Number(left, context, focus) - Number(right, context, focus)),
            Operator.Multiply => Value.Of(Number(left, context, focus) * Number(right, context, focus)),
            Operator.Divide => Value.Of(Number(left, context, focus) / Number(right, context, focus)),
            Operator.Modulo => Value.Of(Number(left, context, focus) % Number(right, context, focus)),
            _ => Value.Of(Comparison.Holds(binary.Operator, Work(left, context, focus), Work(right, context, focus), context.Moment.Zone)),
        };
    }
}
