using System.Text;
using System.Xml;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>A submission as an XForms instance: groups nested, repeats repeated, what is not relevant left out.</summary>
static class InstanceXml
{
    const string OpenRosa = "http://openrosa.org/xforms";
    const string Root = "data", Meta = "meta";

    static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        // A carriage return that somebody sent is theirs; a reader would drop it unless it is written as a reference.
        NewLineHandling = NewLineHandling.Entitize,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public static void Write(Stream to, FormOrder order, SessionAnswers answers, string formId)
    {
        var tree = InstanceNode.Of(order.Sorted(answers.Given));
        using var xml = XmlWriter.Create(to, Settings);
        xml.WriteStartElement(XmlConvert.EncodeLocalName(tree.Name.Length == 0 ? Root : tree.Name));
        xml.WriteAttributeString("xmlns", "orx", null, OpenRosa);
        xml.WriteAttributeString("id", Clean(order.Form?.Id ?? formId));
        xml.WriteAttributeString("version", Clean(Version(order, answers)));
        foreach (var node in tree.Children.Where(node => node.Name != Meta))
            Write(xml, node);
        WriteMeta(xml, answers, tree.Children.FirstOrDefault(node => node.Name == Meta));
        xml.WriteEndElement();
    }

    static void WriteMeta(XmlWriter xml, SessionAnswers answers, InstanceNode? meta)
    {
        xml.WriteStartElement(Meta);
        xml.WriteElementString("instanceID", InstanceId.Of(answers.Session));
        foreach (var node in meta?.Children.Where(node => node.Name != "instanceID") ?? [])
            Write(xml, node);
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, InstanceNode node)
    {
        xml.WriteStartElement(XmlConvert.EncodeLocalName(node.Name));
        if (node.Children.Count == 0)
            xml.WriteString(Clean(node.Value));
        foreach (var child in node.Children)
            Write(xml, child);
        xml.WriteEndElement();
    }

    /// <summary>The author's version where there is one, else the hash of the content.</summary>
    static string Version(FormOrder order, SessionAnswers answers) =>
        order.Form?.Settings.GetValueOrDefault("version") is { Length: > 0 } own ? own : answers.Session.FormVersion;

    /// <summary>What XML cannot hold is shown as a replacement character.</summary>
    static string Clean(string text)
    {
        var isClean = true;
        foreach (var letter in text)
            isClean &= XmlConvert.IsXmlChar(letter);
        if (isClean)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
