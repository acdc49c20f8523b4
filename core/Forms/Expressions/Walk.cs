namespace RbcBot.Core.Forms.Expressions;

/// <summary>One step of a path on its way from a node: what it lets through it keeps.</summary>
/// <param name="Step">The step.</param>
/// <param name="Address">The address of the namespace that the step's prefix stands for; null when nobody knows the prefix.</param>
/// <param name="Found">The nodes kept so far.</param>
/// <param name="Effort">What the evaluation may still look at.</param>
readonly record struct Walk(Step Step, string? Address, List<Node> Found, Effort? Effort)
{
    public void Take(Node? node)
    {
        if (node is null)
        {
            return;
        }
        Effort?.Look();
        if (Passes(node))
        {
            Found.Add(node);
        }
    }

    bool Passes(Node node) => Step.Test switch
    {
        NodeTest.Any => true,
        NodeTest.Element => IsNamed(node) && (Step.Prefix.Length == 0 || node.Namespace == Address),
        NodeTest.Named => IsNamed(node) && HasName(node),
        NodeTest.Text => node.Kind == NodeKind.Text,
        NodeTest.Comment => node.Kind == NodeKind.Comment,
        NodeTest.Instruction => node.Kind == NodeKind.Instruction && (Step.Name.Length == 0 || node.Name == Step.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>Whether the node is of the kind that the axis is about.</summary>
    bool IsNamed(Node node) => node.Kind == Step.Axis switch
    {
        Axis.Attribute => NodeKind.Attribute,
        Axis.Namespace => NodeKind.Namespace,
        _ => NodeKind.Element,
    };

    /// <summary>A form's own nodes have no namespaces: there a prefix is a part of the name.</summary>
    bool HasName(Node node) => node.Namespace.Length == 0
        ? node.Name == Step.Name
        : Step.Prefix.Length > 0 && node.LocalName == Step.LocalName && node.Namespace == Address;
}
