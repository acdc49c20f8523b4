using System.Text.RegularExpressions;

namespace RbcBot.Core.Forms.Expressions;

/// <summary>A function at work: its arguments are worked out when asked for, so what is not asked for costs nothing.</summary>
sealed class Call(Evaluator evaluator, CallSyntax syntax, Focus focus)
{
    public int Count => syntax.Arguments.Count;

    public Focus Focus => focus;

    public EvaluationContext Context => evaluator.Context;

    public TimeZoneInfo Zone => Context.Moment.Zone;

    /// <summary>The pattern of a regex call, when it is written out.</summary>
    public Regex? Pattern => syntax.Pattern;

    public Value Argument(int argument) => evaluator.Work(syntax.Arguments[argument], focus);

    public string Text(int argument) => Argument(argument).Text(Zone);

    public double Number(int argument) => Argument(argument).Number(Zone);

    public bool IsTrue(int argument) => Argument(argument).IsTrue;

    public IReadOnlyList<Node> Nodes(int argument) => evaluator.Nodes(syntax.Arguments[argument], focus);

    /// <summary>The nodes of an argument, its ${names} seen from the whole form: all instances of a repeat.</summary>
    public IReadOnlyList<Node> AllNodes(int argument) => evaluator.Nodes(syntax.Arguments[argument], focus with { Viewer = Context.Root });

    /// <summary>The values from an argument on, each node counting for itself.</summary>
    public IEnumerable<Value> Each(int from) => Enumerable.Range(from, Math.Max(0, Count - from)).SelectMany(EachOf);

    /// <summary>The values of one argument, each node counting for itself and true when it is not blank.</summary>
    public IReadOnlyList<Value> EachOf(int argument)
    {
        var value = Argument(argument);
        return value.Kind == ValueKind.Nodes ? [.. value.Nodes.Select(node => Value.Of(node.Seen))] : [value];
    }

    public ExpressionException Wrong(string message) => new(syntax.Position, $"{syntax.Function.Name}: {message}");
}
