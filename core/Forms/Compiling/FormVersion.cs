using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>Names a form's content: the same cells give the same version, whichever program saved them.</summary>
static class FormVersion
{
    internal static string Of(IEnumerable<FormSheet> sheets, IReadOnlyDictionary<string, byte[]> attachments)
    {
        var cells = new StringBuilder();
        foreach (var sheet in sheets)
        {
            Append(cells, 'S', string.Join('\u001F', sheet.Columns.Select(column => column.Text)));
            foreach (var row in sheet.Table.Rows)
            {
                Append(cells, 'R', "");
                foreach (var column in sheet.Columns.Where(column => row[column.Key].Length > 0))
                {
                    Append(cells, 'C', column.Key);
                    Append(cells, 'V', row[column.Key]);
                }
            }
        }
        foreach (var (name, bytes) in attachments.OrderBy(attachment => attachment.Key, StringComparer.Ordinal))
        {
            Append(cells, 'A', name);
            Append(cells, 'B', Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells.ToString())));
    }

    /// <summary>The length before the text keeps two different sheets from reading the same.</summary>
    static void Append(StringBuilder cells, char kind, string text) =>
        cells.Append(CultureInfo.InvariantCulture, $"{kind}{text.Length}:{text}");
}
