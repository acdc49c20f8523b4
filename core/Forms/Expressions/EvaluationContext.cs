namespace RbcBot.Core.Forms.Expressions;

/// <summary>What an expression sees when it is worked out.</summary>
/// <param name="Root">The instance: its root element (such as data), or a nameless document over it.</param>
/// <param name="Context">The node that "." means and relative paths start from; in a choice filter the choice's row.</param>
/// <param name="Instances">Secondary instances by id: instance('x')/root/item finds a node named root.</param>
/// <param name="Resolve">The nodes of ${name} seen from the current node: in the nearest common repeat instance, else all.</param>
/// <param name="Moment">The time that today() and now() tell, and the zone of all dates.</param>
/// <param name="ChoiceName">The label of a stored choice name (first) for the question at a path (second), for jr:choice-name; null when there are no choices.</param>
public sealed record EvaluationContext(
    Node Root,
    Node Context,
    IReadOnlyDictionary<string, Node> Instances,
    Func<string, Node, IReadOnlyList<Node>> Resolve,
    FormMoment Moment,
    Func<string, string, string>? ChoiceName)
{
    /// <summary>The question's node: what current() and ${name} are seen from. `context with { Context = row }` keeps it.</summary>
    public Node Current { get; init; } = Context;

    /// <summary>What prefixes of names stand for, beside those that all forms know.</summary>
    public IReadOnlyDictionary<string, string> Namespaces { get; init; } = Expressions.Namespaces.Known;

    /// <summary>The label of an itext id in the language of the run, for jr:itext; null when the form has none.</summary>
    public Func<string, string>? Itext { get; init; }
}
