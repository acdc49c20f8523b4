namespace RbcBot.Core.Forms.Expressions;

/// <summary>One value or group of a form's instance tree, mutable inside a run only.</summary>
/// <param name="name">The element's or attribute's name; "" for a document.</param>
public sealed class Node(string name)
{
    readonly List<Node> children = [];
    readonly List<Node> attributes = [];
    string text = "";

    public string Name { get; } = name;

    public Node? Parent { get; private set; }

    public bool IsAttribute { get; private set; }

    /// <summary>What the tree's maker keeps with the node; null when nothing.</summary>
    internal object? Owner { get; set; }

    public IReadOnlyList<Node> Children => children;

    public IReadOnlyList<Node> Attributes => attributes;

    /// <summary>Whether the row counts by its own condition; under one that does not, no row does.</summary>
    public bool IsRelevant { get; set; } = true;

    /// <summary>The value of a leaf; of a group, the values under it one after the other, whether relevant or not.</summary>
    public string Text
    {
        get => children.Count == 0 ? text : string.Concat(children.Select(child => child.Text));
        set => text = value;
    }

    /// <summary>Whether the node and everything above it is relevant.</summary>
    public bool Counts => IsRelevant && (Parent?.Counts ?? true);

    /// <summary>What an expression sees: the text, blank where the node or what is under it does not count.</summary>
    public string Seen => Counts ? SeenBelow : "";

    /// <summary>Where the node stands, such as /data/work/years; the instances of a repeat share it.</summary>
    public string Path => Parent is null
        ? Name.Length == 0 ? "" : "/" + Name
        : Parent.Path + (IsAttribute ? "/@" : "/") + Name;

    string SeenBelow => !IsRelevant ? "" : children.Count == 0 ? text : string.Concat(children.Select(child => child.SeenBelow));

    /// <summary>Adds a child at the end and gives it back.</summary>
    public Node Add(Node child)
    {
        child.Parent = this;
        children.Add(child);
        return child;
    }

    /// <summary>Adds a child at a place (0 is first) and gives it back.</summary>
    public Node Insert(int index, Node child)
    {
        child.Parent = this;
        children.Insert(index, child);
        return child;
    }

    public void Remove(Node child)
    {
        if (children.Remove(child))
        {
            child.Parent = null;
        }
    }

    /// <summary>Adds an attribute and gives it back.</summary>
    public Node AddAttribute(string attributeName, string value)
    {
        var attribute = new Node(attributeName) { Parent = this, IsAttribute = true, text = value };
        attributes.Add(attribute);
        return attribute;
    }

    /// <summary>The first child of the name; null when there is none.</summary>
    public Node? Child(string childName) => children.Find(child => child.Name == childName);

    /// <summary>A nameless document over a root element that keeps its own parent.</summary>
    internal static Node DocumentOf(Node root)
    {
        if (root.Name.Length == 0)
        {
            return root;
        }
        var document = new Node("");
        document.children.Add(root);
        return document;
    }
}
