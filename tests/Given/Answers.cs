using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Given;

/// <summary>An export read back: the first person's answers by the question's name.</summary>
static class Answers
{
    /// <summary>From the sheet of codes of an exported workbook.</summary>
    public static Dictionary<string, string> OfWorkbook(byte[] file)
    {
        var rows = Workbook.Read(file).Workbook!.Sheets[0].Rows; // we wrote it
        return Of(rows[0].Cells.ToDictionary(cell => cell.Column, cell => cell.Text), rows[1].Cells.ToDictionary(cell => cell.Column, cell => cell.Text));
    }

    /// <summary>From an exported CSV: no line breaks in its cells.</summary>
    public static Dictionary<string, string> OfCsv(byte[] file)
    {
        var lines = System.Text.Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split("\r\n");
        return Of(Cells(lines[0]), Cells(lines[1]));
    }

    /// <summary>Those that the person gave, with what stands in the export instead.</summary>
    public static Dictionary<string, string> Of(Dictionary<string, string> export, Interviewee person) =>
        person.Given.Keys.ToDictionary(name => name, name => export.GetValueOrDefault(name, ""));

    static Dictionary<string, string> Of(Dictionary<int, string> headings, Dictionary<int, string> cells) => headings
        .Select(heading => (Name: heading.Value.Split('/') is [.., _, var last] ? last : heading.Value, heading.Key))
        .GroupBy(heading => heading.Name)
        .ToDictionary(group => group.Key, group => cells.GetValueOrDefault(group.First().Key, ""));

    static Dictionary<int, string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
            if (line[at] == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
                cells[^1] += line[at++];
            else if (line[at] == '"')
                isQuoted = !isQuoted;
            else if (line[at] == ',' && !isQuoted)
                cells.Add("");
            else
                cells[^1] += line[at];
        return cells.Index().ToDictionary(cell => cell.Index + 1, cell => cell.Item);
    }
}
