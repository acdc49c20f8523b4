using RbcBot.Admin.Rounds;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Tests.Given;

/// <summary>Guide B cut to the questions about the person and two about the work: for channels that allow one message a second.</summary>
static class ShortGuide
{
    public const string Name = "guide-b-short.xlsx";

    /// <summary>Heading, the group about, and of the group patients its first two questions.</summary>
    static readonly HashSet<int> Kept = [.. Enumerable.Range(1, 10), 16, 17, 18, 21];

    public static byte[] File { get; } = Cut();

    public static Form Form { get; } = FormReading.Of(File, Name).Form ?? throw new InvalidOperationException("The short guide is refused.");

    static byte[] Cut()
    {
        var whole = Workbook.Read(Shipped.File("guide-b.xlsx")).Workbook!; // it ships
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
            foreach (var sheet in whole.Sheets)
                book.Sheet(sheet.Name, sheet.Rows.Where(row => sheet.Name != "survey" || Kept.Contains(row.Number)).Select(Cells));
        return file.ToArray();
    }

    static IEnumerable<object?> Cells(SheetRow row) =>
        Enumerable.Range(1, row.Cells[^1].Column).Select(column => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text);
}
