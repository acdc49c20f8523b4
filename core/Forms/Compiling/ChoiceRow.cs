using RbcBot.Core.Forms.Expressions;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>A choice as expressions see it: an item with a child a column.</summary>
static class ChoiceRow
{
    /// <param name="itext">The id of its label in several languages; "" when there is one language.</param>
    internal static Node Of(Choice choice, string itext)
    {
        var row = new Node("item");
        if (itext.Length > 0)
        {
            row.Add(new("itextId") { Text = itext });
        }
        row.Add(new("name") { Text = choice.Name });
        row.Add(new("label") { Text = choice.Labels.Values.FirstOrDefault("") });
        foreach (var (column, text) in choice.Columns.Where(column => column.Key is not ("name" or "label")))
        {
            row.Add(new(column) { Text = text });
        }
        return row;
    }
}
