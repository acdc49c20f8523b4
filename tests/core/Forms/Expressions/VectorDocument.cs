using System.Xml.Linq;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Tests.Core.Forms.Expressions;

/// <summary>A document as a tree of nodes that are found by generic paths, such as /*[1]/*[2]/text()[1].</summary>
sealed class VectorDocument
{
    readonly Node document = new("");
    readonly Dictionary<string, Node> nodes = [];
    readonly Dictionary<Node, string> paths = [];
    readonly IReadOnlyDictionary<string, string> namespaces;

    public VectorDocument(string xml, IReadOnlyDictionary<string, string> namespaces)
    {
        this.namespaces = namespaces;
        Keep("/", document);
        AddAll(XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Nodes(), document, "");
    }

    public EvaluationContext Context(string path, FormMoment moment) =>
        new(document, nodes[path], new Dictionary<string, Node>(), (_, _) => [], moment, null) { Namespaces = namespaces };

    public string PathOf(Node node) => paths.GetValueOrDefault(node, "a node that the document does not have");

    Node Keep(string path, Node node)
    {
        (nodes[path], paths[node]) = (node, path);
        return node;
    }

    void AddAll(IEnumerable<XNode> from, Node parent, string path)
    {
        var (elements, texts, comments, instructions) = (0, 0, 0, 0);
        foreach (var node in from)
        {
            switch (node)
            {
                case XElement element:
                    Add(element, parent, $"{path}/*[{++elements}]");
                    break;
                case XText text when parent.Kind == NodeKind.Element:
                    Keep($"{path}/text()[{++texts}]", parent.AddText(text.Value));
                    break;
                case XComment comment:
                    Keep($"{path}/comment()[{++comments}]", parent.AddComment(comment.Value));
                    break;
                case XProcessingInstruction instruction:
                    Keep($"{path}/processing-instruction()[{++instructions}]", parent.AddInstruction(instruction.Target, instruction.Data));
                    break;
            }
        }
    }

    void Add(XElement element, Node parent, string path)
    {
        var node = Keep(path, parent.Add(new(Qualified(element, element.Name)) { Namespace = element.Name.NamespaceName }));
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
            {
                node.AddNamespace(attribute.Name.LocalName == "xmlns" ? "" : attribute.Name.LocalName, attribute.Value);
            }
            else
            {
                var name = Qualified(element, attribute.Name);
                Keep($"{path}/@{name}", node.AddAttribute(name, attribute.Value, attribute.Name.NamespaceName));
            }
        }
        AddAll(element.Nodes(), node, path);
    }

    /// <summary>The name with the prefix that its namespace has here; an element of the default namespace has none.</summary>
    static string Qualified(XElement element, XName name)
    {
        var isDefault = name == element.Name && element.GetDefaultNamespace() == name.Namespace;
        return name.NamespaceName.Length == 0 || isDefault || element.GetPrefixOfNamespace(name.Namespace) is not { } prefix
            ? name.LocalName
            : $"{prefix}:{name.LocalName}";
    }
}
