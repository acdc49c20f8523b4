namespace RbcBot.Core.Forms.Expressions;

/// <summary>Reads paths and their predicates.</summary>
/// <param name="whole">Reads a whole expression, for what stands in square brackets.</param>
/// <param name="primary">Reads a value that is not a path: text, number, ${name}, call or bracket.</param>
sealed class PathParser(Tokens tokens, Func<Syntax> whole, Func<Syntax> primary)
{
    static readonly Dictionary<string, Axis> axes = new()
    {
        ["child"] = Axis.Child,
        ["descendant"] = Axis.Descendant,
        ["descendant-or-self"] = Axis.DescendantOrSelf,
        ["self"] = Axis.Self,
        ["parent"] = Axis.Parent,
        ["ancestor"] = Axis.Ancestor,
        ["ancestor-or-self"] = Axis.AncestorOrSelf,
        ["following-sibling"] = Axis.FollowingSibling,
        ["preceding-sibling"] = Axis.PrecedingSibling,
        ["following"] = Axis.Following,
        ["preceding"] = Axis.Preceding,
        ["attribute"] = Axis.Attribute,
        ["namespace"] = Axis.Namespace,
    };

    static readonly Dictionary<string, NodeTest> nodeTests = new()
    {
        ["node"] = NodeTest.Any,
        ["text"] = NodeTest.Text,
        ["comment"] = NodeTest.Comment,
        ["processing-instruction"] = NodeTest.Instruction,
    };

    static readonly Step anyBelow = new(Axis.DescendantOrSelf, NodeTest.Any, "", []);

    public Syntax Path()
    {
        var first = tokens.Current;
        if (first.Is("/") || first.Is("//"))
        {
            return new PathSyntax(first.Position, true, null, FromDocument());
        }
        if (StartsStep)
        {
            return new PathSyntax(first.Position, false, null, Steps([Step()]));
        }
        var value = primary();
        var predicates = Predicates();
        var from = predicates.Count == 0 ? value : new FilterSyntax(first.Position, value, predicates);
        return tokens.Current.Is("/") || tokens.Current.Is("//")
            ? new PathSyntax(first.Position, false, from, Steps([]))
            : from;
    }

    List<Step> FromDocument()
    {
        if (tokens.Current.Is("//"))
        {
            return Steps([]);
        }
        tokens.Take();
        return StartsStep ? Steps([Step()]) : [];
    }

    List<Step> Steps(List<Step> steps)
    {
        while (true)
        {
            if (tokens.TakeIf("//"))
            {
                steps.AddRange(Below(Step()));
            }
            else if (tokens.TakeIf("/"))
            {
                steps.Add(Step());
            }
            else
            {
                return steps;
            }
        }
    }

    /// <summary>What // leads to: where no place among brothers and sisters is asked for, one step instead of two.</summary>
    static IEnumerable<Step> Below(Step step) =>
        step is { Axis: Axis.Child, Predicates.Count: 0 } ? [new(Axis.Descendant, step.Test, step.Name, step.Predicates)] : [anyBelow, step];

    /// <summary>A name is a step unless it calls a function; node() and its kin look like calls but are steps.</summary>
    bool StartsStep => tokens.Current.Kind switch
    {
        TokenKind.Name => !tokens.Following.Is("(") || nodeTests.ContainsKey(tokens.Current.Text),
        TokenKind.Sign => tokens.Current.Text is "." or ".." or "@" or "*",
        _ => false,
    };

    Step Step()
    {
        if (tokens.TakeIf("."))
        {
            return new(Axis.Self, NodeTest.Any, "", Predicates());
        }
        if (tokens.TakeIf(".."))
        {
            return new(Axis.Parent, NodeTest.Any, "", Predicates());
        }
        var axis = ReadAxis();
        var (test, name) = Test();
        return new(axis, test, name, Predicates());
    }

    Axis ReadAxis()
    {
        if (tokens.TakeIf("@"))
        {
            return Axis.Attribute;
        }
        if (tokens.Current.Kind != TokenKind.Name || !tokens.Following.Is("::"))
        {
            return Axis.Child;
        }
        var name = tokens.Take();
        tokens.Take();
        return axes.TryGetValue(name.Text, out var axis)
            ? axis
            : throw Tokens.Wrong(name, $"\"{name.Text}\" is no axis that forms know: write one of {string.Join(", ", axes.Keys)}");
    }

    (NodeTest Test, string Name) Test()
    {
        var token = tokens.Take();
        if (token.Is("*"))
        {
            return (NodeTest.Element, "");
        }
        if (token.Kind != TokenKind.Name)
        {
            throw Tokens.Wrong(token, $"{token.Shown} where the path wants the name of a question or group");
        }
        if (!tokens.TakeIf("("))
        {
            return token.Text.EndsWith('*') ? (NodeTest.Element, token.Text) : (NodeTest.Named, token.Text);
        }
        if (!nodeTests.TryGetValue(token.Text, out var test))
        {
            throw Tokens.Wrong(token, $"a path cannot call {token.Text}(): put the path inside its brackets");
        }
        var name = test == NodeTest.Instruction && tokens.Current.Kind == TokenKind.Text ? tokens.Take().Text : "";
        tokens.Expect(")", $"{token.Text}() takes nothing in its brackets");
        return (test, name);
    }

    List<Syntax> Predicates()
    {
        List<Syntax> predicates = [];
        while (tokens.TakeIf("["))
        {
            predicates.Add(whole());
            tokens.Expect("]", "close the square bracket");
        }
        return predicates;
    }
}
