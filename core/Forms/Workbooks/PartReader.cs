using System.Text;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>Walks through the markup of one part within the caps; attributes and texts cost memory only when they are asked for.</summary>
sealed class PartReader : IDisposable
{
    readonly XmlReader xml;
    readonly char[] attribute = new char[WorkbookCaps.AttributeLength + 1];
    readonly char[] chunk = new char[4_096];

    internal PartReader(Stream stream, CellBudget budget) => xml = XmlReader.Create(new PartStream(stream, budget), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new PartNames(),
        CloseInput = true,
    });

    internal bool IsEmpty => xml.IsEmptyElement;

    internal int Depth => xml.Depth;

    internal string Name => xml.LocalName;

    internal bool IsElement => xml.NodeType == XmlNodeType.Element;

    /// <summary>The line in the part, for files that a person can open.</summary>
    internal int Line => xml is IXmlLineInfo place ? place.LineNumber : 0;

    bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA;

    internal bool Read() => xml.Read() && (xml.Depth <= WorkbookCaps.Depth ? true : throw WorkbookFile.Broken());

    internal bool Starts(string name) => IsElement && xml.LocalName == name;

    internal bool Ends(string name) => xml.LocalName == name && (xml.NodeType == XmlNodeType.EndElement || (IsElement && IsEmpty));

    /// <summary>The attribute's characters until the next call; empty when there is none.</summary>
    internal ReadOnlySpan<char> Characters(string name)
    {
        var length = xml.HasAttributes && xml.MoveToAttribute(name) ? xml.ReadValueChunk(attribute, 0, attribute.Length) : 0;
        xml.MoveToElement();
        return length <= WorkbookCaps.AttributeLength ? attribute.AsSpan(0, length) : throw WorkbookFile.Broken();
    }

    internal string Attribute(string name) => Characters(name).ToString();

    /// <summary>The attribute id of the relationships namespace, of which there are two (strict and transitional).</summary>
    internal string RelationId()
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var length = xml.ReadValueChunk(attribute, 0, attribute.Length);
                return new(attribute, 0, length);
            }
        }
        return "";
    }

    /// <summary>Appends the text in the element at hand, up to its end; false when it is longer than a cell may be.</summary>
    internal bool Append(StringBuilder text)
    {
        var depth = Depth;
        while (!IsEmpty && Read() && Depth > depth)
        {
            for (var more = IsText; more && text.Length <= WorkbookCaps.TextLength;)
            {
                var length = xml.ReadValueChunk(chunk, 0, chunk.Length);
                text.Append(chunk, 0, length);
                more = length > 0;
            }
        }
        return text.Length <= WorkbookCaps.TextLength;
    }

    /// <summary>Goes to the end of the element at hand.</summary>
    internal void Skip()
    {
        var depth = Depth;
        while (!IsEmpty && Read() && Depth > depth)
        {
        }
    }

    public void Dispose() => xml.Dispose();
}
