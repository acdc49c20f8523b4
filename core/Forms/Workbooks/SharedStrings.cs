using System.Text;
using System.Xml;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>The strings that a workbook's sheets share.</summary>
static class SharedStrings
{
    internal static IReadOnlyList<string> Read(XmlReader reader)
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        var aid = -1;
        while (reader.Read())
        {
            if (aid >= 0 && reader.Depth > aid)
            {
                continue;
            }
            aid = reader is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? reader.Depth : -1;
            if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true }))
            {
                strings.Add(text.ToString());
                text.Clear();
                CellBudget.CheckShared(strings.Count);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(reader.Value);
            }
        }
        return strings;
    }
}
