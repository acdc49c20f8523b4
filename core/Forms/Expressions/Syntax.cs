namespace RbcBot.Core.Forms.Expressions;

enum Operator { Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Modulo, Union }

enum Axis
{
    Child, Descendant, DescendantOrSelf, Self, Parent, Ancestor, AncestorOrSelf,
    FollowingSibling, PrecedingSibling, Following, Preceding, Attribute, Namespace,
}

/// <summary>What a step lets through: elements of a name, all elements, any node, or nodes of another kind.</summary>
enum NodeTest { Named, Element, Any, Text, Comment, Instruction }

/// <summary>A read expression, as a tree.</summary>
/// <param name="Position">1-based character where it begins, or of its operator.</param>
abstract record Syntax(int Position);

sealed record LiteralSyntax(int Position, Value Value) : Syntax(Position);

/// <summary>${name}.</summary>
sealed record ReferenceSyntax(int Position, string Name) : Syntax(Position);

sealed record NegationSyntax(int Position, Syntax Operand) : Syntax(Position);

sealed record BinarySyntax(int Position, Operator Operator, Syntax Left, Syntax Right) : Syntax(Position);

/// <param name="Pattern">The pattern of a regex call whose pattern is written out; null otherwise.</param>
sealed record CallSyntax(int Position, Function Function, IReadOnlyList<Syntax> Arguments, Pattern? Pattern) : Syntax(Position);

/// <summary>An expression's nodes that pass the predicates.</summary>
sealed record FilterSyntax(int Position, Syntax Of, IReadOnlyList<Syntax> Predicates) : Syntax(Position);

/// <summary>Steps from the document (absolute), from an expression's nodes, or from the context.</summary>
/// <param name="From">null when the path starts from the document or the context.</param>
sealed record PathSyntax(int Position, bool IsAbsolute, Syntax? From, IReadOnlyList<Step> Steps) : Syntax(Position);

/// <param name="Name">The name it asks for, with its prefix; "" when it asks for none.</param>
sealed record Step(Axis Axis, NodeTest Test, string Name, IReadOnlyList<Syntax> Predicates)
{
    /// <summary>Whether it is a full stop, a parent or a child by its bare name, without conditions.</summary>
    public bool IsPlain { get; } = Predicates.Count == 0
        && ((Axis is Axis.Self or Axis.Parent && Test == NodeTest.Any) || (Axis == Axis.Child && Test == NodeTest.Named && !Name.Contains(':', StringComparison.Ordinal)));

    /// <summary>What stands before the colon; "" when there is none.</summary>
    public string Prefix { get; } = Name.Contains(':', StringComparison.Ordinal) ? Name[..Name.IndexOf(':', StringComparison.Ordinal)] : "";

    /// <summary>What stands after the colon, or the whole name.</summary>
    public string LocalName { get; } = Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
