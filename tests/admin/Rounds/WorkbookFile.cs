using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace RbcBot.Tests.Admin.Rounds;

/// <summary>An exported workbook, read back by a library that is not ours.</summary>
sealed class WorkbookFile(byte[] file) : IDisposable
{
    readonly SpreadsheetDocument book = SpreadsheetDocument.Open(new MemoryStream(file), false);

    public IReadOnlyList<string> Mistakes => [.. new OpenXmlValidator().Validate(book).Select(mistake => mistake.Description)];

    public IReadOnlyList<string> Sheets => [.. Book.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name?.Value ?? "")];

    /// <summary>The text of the cells of a row; 0 is the head.</summary>
    public IReadOnlyList<string> Row(string sheet, int row) => [.. Cells(sheet, row).Select(cell => cell.InnerText)];

    public int Rows(string sheet) => Part(sheet).Worksheet!.Descendants<Row>().Count();

    public string Cell(string sheet, string heading, int row) => Find(sheet, heading, row).InnerText;

    public bool IsText(string sheet, string heading, int row) => Find(sheet, heading, row).DataType?.Value == CellValues.InlineString;

    public void Dispose() => book.Dispose();

    WorkbookPart Book => book.WorkbookPart!; // a workbook has one

    Cell Find(string sheet, string heading, int row) => Cells(sheet, row)[Row(sheet, 0).ToList().IndexOf(heading)];

    List<Cell> Cells(string sheet, int row) => [.. Part(sheet).Worksheet!.Descendants<Row>().ElementAt(row).Elements<Cell>()];

    WorksheetPart Part(string sheet) =>
        (WorksheetPart)Book.GetPartById(Book.Workbook!.Descendants<Sheet>().First(one => one.Name == sheet).Id!.Value!); // every sheet has its part
}
