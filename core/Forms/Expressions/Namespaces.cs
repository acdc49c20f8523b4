namespace RbcBot.Core.Forms.Expressions;

/// <summary>The namespaces that prefixes stand for.</summary>
static class Namespaces
{
    const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The prefixes that forms are written with everywhere.</summary>
    public static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["xml"] = Xml,
        ["h"] = "http://www.w3.org/1999/xhtml",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["jr"] = "http://openrosa.org/javarosa",
        ["orx"] = "http://openrosa.org/xforms",
        ["odk"] = "http://www.opendatakit.org/xforms",
        ["xf"] = "http://www.w3.org/2002/xforms",
    };

    /// <summary>The address behind a prefix; null when nobody knows it.</summary>
    public static string? Address(string prefix, EvaluationContext context) =>
        prefix.Length == 0 ? "" : context.Namespaces.GetValueOrDefault(prefix) ?? Known.GetValueOrDefault(prefix);

    /// <summary>The namespaces in force at an element: the default one first, each as a node of the element.</summary>
    public static IReadOnlyList<Node> Of(Node element)
    {
        if (element.Kind != NodeKind.Element)
        {
            return [];
        }
        var addresses = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["xml"] = Xml };
        for (var next = element; next is not null; next = next.Parent)
        {
            foreach (var declared in next.Declared)
            {
                addresses.TryAdd(declared.Name, declared.Text);
            }
        }
        return [.. addresses.Where(pair => pair.Value.Length > 0).Select(pair => element.NamespaceOf(pair.Key, pair.Value))];
    }
}
