namespace RbcBot.Core.Forms.Expressions;

/// <summary>One value or group of a form's instance tree, mutable inside a run only.</summary>
/// <param name="name">The element's name, with its prefix if it has one; "" for a document.</param>
public sealed class Node(string name)
{
    List<Node>? children;
    List<Node>? attributes;
    List<Node>? namespaces;
    string text = "";
    Node? inner;
    Node? document;

    public string Name { get; } = name;

    /// <summary>The name without its prefix.</summary>
    public string LocalName { get; } = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The address of the name's namespace; "" when it has none, as in forms.</summary>
    public string Namespace { get; init; } = "";

    public NodeKind Kind { get; private init; } = name.Length == 0 ? NodeKind.Document : NodeKind.Element;

    public Node? Parent { get; private set; }

    public bool IsAttribute => Kind == NodeKind.Attribute;

    /// <summary>What the tree's maker keeps with the node; null when nothing.</summary>
    internal object? Owner { get; set; }

    /// <summary>The elements under it, and texts, comments and instructions where the tree's maker added them.</summary>
    public IReadOnlyList<Node> Children => children is null ? [] : children;

    public IReadOnlyList<Node> Attributes => attributes is null ? [] : attributes;

    /// <summary>Whether the row counts by its own condition; under one that does not, no row does.</summary>
    public bool IsRelevant { get; set; } = true;

    /// <summary>The value of a leaf; of a group, the values under it one after the other, whether relevant or not.</summary>
    public string Text
    {
        get => IsLeaf ? Own : string.Concat(Children.Where(HasValue).Select(child => child.Text));
        set => text = value;
    }

    /// <summary>Whether the node and everything above it is relevant.</summary>
    public bool Counts
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent)
            {
                if (!node.IsRelevant)
                {
                    return false;
                }
            }
            return true;
        }
    }

    /// <summary>What an expression sees: the text, blank where the node or what is under it does not count.</summary>
    public string Seen => Counts ? SeenBelow : "";

    /// <summary>Where the node stands, such as /data/work/years; the instances of a repeat share it.</summary>
    public string Path => Parent is null
        ? Name.Length == 0 ? "" : "/" + Name
        : Parent.Path + (IsAttribute ? "/@" : "/") + Name;

    /// <summary>The parent, or the document over a root that keeps none.</summary>
    internal Node? Above => Parent ?? document;

    /// <summary>The text of a leaf as a node of its own; null when there is none.</summary>
    internal Node? Inner => !IsLeaf || text.Length == 0 || Kind != NodeKind.Element
        ? null
        : inner ?? Interlocked.CompareExchange(ref inner, new("") { Kind = NodeKind.Text, Parent = this }, null) ?? inner;

    /// <summary>The namespaces that the element itself declares, by prefix.</summary>
    internal IReadOnlyList<Node> Declared => namespaces is null ? [] : namespaces;

    bool IsLeaf => children is null || children.Count == 0;

    /// <summary>The text within a leaf is the leaf's.</summary>
    string Own => Kind == NodeKind.Text && Parent?.inner == this ? Parent.text : text;

    string SeenBelow => !IsRelevant ? "" : IsLeaf ? Own : string.Concat(Children.Where(HasValue).Select(child => child.SeenBelow));

    /// <summary>Adds a child at the end and gives it back.</summary>
    public Node Add(Node child) => Insert(Children.Count, child);

    /// <summary>Adds a child at a place (0 is first) and gives it back.</summary>
    public Node Insert(int index, Node child)
    {
        child.Parent = this;
        (children ??= []).Insert(index, child);
        return child;
    }

    public void Remove(Node child)
    {
        if (children?.Remove(child) == true)
        {
            child.Parent = null;
        }
    }

    /// <summary>Adds an attribute and gives it back.</summary>
    /// <param name="address">The address of the attribute's namespace; "" when it has none.</param>
    public Node AddAttribute(string attributeName, string value, string address = "") =>
        Attach(ref attributes, new(attributeName) { Kind = NodeKind.Attribute, Namespace = address, text = value });

    /// <summary>Adds a text between elements and gives it back; the text of a leaf is set by Text.</summary>
    public Node AddText(string value) => Add(new("") { Kind = NodeKind.Text, text = value });

    /// <summary>Adds a comment and gives it back.</summary>
    public Node AddComment(string value) => Add(new("") { Kind = NodeKind.Comment, text = value });

    /// <summary>Adds a processing instruction and gives it back.</summary>
    public Node AddInstruction(string target, string value) => Add(new(target) { Kind = NodeKind.Instruction, text = value });

    /// <summary>Declares a namespace on the element and gives it back; the prefix "" is the default.</summary>
    public Node AddNamespace(string prefix, string address) => Attach(ref namespaces, NamespaceOf(prefix, address));

    /// <summary>The first child of the name; null when there is none.</summary>
    public Node? Child(string childName)
    {
        for (var index = 0; index < Children.Count; index++)
        {
            if (children![index].Name == childName) // Children are counted, so there are some.
            {
                return children[index];
            }
        }
        return null;
    }

    internal Node NamespaceOf(string prefix, string address) => new(prefix) { Kind = NodeKind.Namespace, Parent = this, text = address };

    /// <summary>A nameless document over a root element that keeps its own parent.</summary>
    internal static Node DocumentOf(Node root)
    {
        if (root.Name.Length == 0)
        {
            return root;
        }
        return root.document ?? Interlocked.CompareExchange(ref root.document, new("") { children = [root] }, null) ?? root.document;
    }

    static bool HasValue(Node node) => node.Kind is NodeKind.Element or NodeKind.Text;

    Node Attach(ref List<Node>? kept, Node node)
    {
        node.Parent = this;
        (kept ??= []).Add(node);
        return node;
    }
}

/// <summary>What a node of a tree is; forms themselves have elements and attributes only.</summary>
public enum NodeKind { Document, Element, Attribute, Text, Comment, Instruction, Namespace }
