namespace RbcBot.Core.Forms.Expressions;

/// <summary>A function at work: its arguments are worked out when asked for, so what is not asked for costs nothing.</summary>
readonly struct Call(EvaluationContext context, CallSyntax syntax, in Focus focus)
{
    readonly Focus focus = focus;

    public int Count => syntax.Arguments.Count;

    public Focus Focus => focus;

    /// <summary>Where the call stands in the author's text, from 1.</summary>
    public int Position => syntax.Position;

    public EvaluationContext Context => context;

    public TimeZoneInfo Zone => context.Moment.Zone;

    /// <summary>The pattern of a regex call, when it is written out.</summary>
    public Pattern? Pattern => syntax.Pattern;

    public Value Argument(int argument) => Evaluator.Work(syntax.Arguments[argument], context, focus);

    public string Text(int argument) => Argument(argument).Text(Zone);

    public double Number(int argument) => Argument(argument).Number(Zone);

    public bool IsTrue(int argument) => Argument(argument).IsTrue;

    public Value Nodes(int argument) => Evaluator.Nodes(syntax.Arguments[argument], context, focus);

    /// <summary>The first node of an argument, of the focus when there is no argument; null when there is none.</summary>
    public Node? First(int argument)
    {
        if (argument >= Count)
        {
            return focus.Node;
        }
        var nodes = Nodes(argument);
        return nodes.Count == 0 ? null : nodes.At(0);
    }

    /// <summary>The nodes of an argument, its ${names} seen from the whole form: all instances of a repeat.</summary>
    public IReadOnlyList<Node> AllNodes(int argument) =>
        Evaluator.Nodes(syntax.Arguments[argument], context, focus with { Viewer = context.Root }).Nodes;

    /// <summary>The values from an argument on, each node counting for itself.</summary>
    public List<Value> Each(int from)
    {
        List<Value> values = [];
        for (var argument = from; argument < Count; argument++)
        {
            values.AddRange(EachOf(argument));
        }
        return values;
    }

    /// <summary>The values of one argument, each node counting for itself and true when it is not blank.</summary>
    public IReadOnlyList<Value> EachOf(int argument)
    {
        var value = Argument(argument);
        return value.IsNodes ? [.. value.Nodes.Select(node => Value.Of(node.Seen))] : [value];
    }

    /// <summary>The texts from an argument on, each node counting for itself.</summary>
    public List<string> Texts(int from)
    {
        List<string> texts = [];
        for (var argument = from; argument < Count; argument++)
        {
            var value = Argument(argument);
            for (var place = 0; place < value.Width; place++)
            {
                texts.Add(value.TextAt(place, Zone));
            }
        }
        return texts;
    }

    public ExpressionException Wrong(string message) => new(syntax.Position, $"{syntax.Function.Name}: {message}");
}
