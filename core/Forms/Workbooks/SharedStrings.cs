using System.Text;

namespace RbcBot.Core.Forms.Workbooks;

/// <summary>The texts that a workbook's sheets share; reading aids for Japanese are left out.</summary>
static class SharedStrings
{
    internal static IReadOnlyList<string> Read(PartReader reader)
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        long characters = 0;
        while (reader.Read())
        {
            if (reader.Starts("rPh"))
            {
                reader.Skip();
            }
            else if (reader.Starts("t"))
            {
                _ = reader.Append(text) ? true : throw CellBudget.TextTooLong("", null);
            }
            else if (reader.Ends("si"))
            {
                strings.Add(CellText.Of(CellText.Decoded(text.ToString())));
                characters += text.Length;
                text.Clear();
                Check(strings.Count, characters);
            }
        }
        return strings;
    }

    static void Check(int count, long characters)
    {
        if (count > WorkbookCaps.Cells)
        {
            throw new WorkbookRefusedException("workbook-too-many-cells", "", null,
                $"The workbook holds more than {WorkbookCaps.Cells} different texts. Keep only the sheets that the form needs.");
        }
        if (characters > WorkbookCaps.TextTotal)
        {
            throw new WorkbookRefusedException("workbook-too-large", "", null,
                $"The workbook's texts have more than {WorkbookCaps.TextTotal / 1_000_000} million characters. Keep only the sheets that the form needs.");
        }
    }
}
