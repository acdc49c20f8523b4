namespace RbcBot.Core.Forms.Workbooks;

/// <summary>What an author wrote in an .xlsx, .csv or Markdown file: the values of its cells, nothing of their looks.</summary>
/// <param name="Sheets">In the file's order, hidden ones too.</param>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The files that came in one bundle with the workbook, by name without folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Attachments { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The sheet of the name, case and spaces aside; null when there is none.</summary>
    public Sheet? Find(string name) => Sheets.FirstOrDefault(sheet => Plain(sheet.Name) == Plain(name));

    /// <summary>Reads an author's file by its content. Never throws on it: a broken or huge one gives a refusal.</summary>
    public static WorkbookReading Read(byte[] file) => WorkbookFile.Read(file, "");

    /// <summary>Reads an author's file by its content, and by its name where the content leaves it open: .xlsx, .csv or Markdown, or a .zip with one of them and its attachments.</summary>
    public static WorkbookReading Read(byte[] file, string fileName) => WorkbookFile.Read(file, fileName);

    static string Plain(string name) => CellText.Plain(name).ToLowerInvariant();
}

/// <summary>The outcome of reading a file as a workbook.</summary>
/// <param name="Workbook">Null when a finding is a refusal.</param>
/// <param name="Findings">Why it cannot be read; what was noted while reading, with the sheet "" when it is about the whole file.</param>
public sealed record WorkbookReading(Workbook? Workbook, IReadOnlyList<Finding> Findings);
