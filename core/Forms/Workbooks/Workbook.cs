namespace RbcBot.Core.Forms.Workbooks;

/// <summary>What an author wrote in an .xlsx file: the values of its cells, nothing of their looks.</summary>
/// <param name="Sheets">In the file's order, hidden ones too.</param>
public sealed record Workbook(IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The files that came in one bundle with the workbook, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Attachments { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The sheet of the name, case and spaces aside; null when there is none.</summary>
    public Sheet? Find(string name) => Sheets.FirstOrDefault(sheet => Plain(sheet.Name) == Plain(name));

    /// <summary>Reads an .xlsx file. Never throws on an author's file: a broken or huge one gives a refusal.</summary>
    public static WorkbookReading Read(byte[] file) => WorkbookFile.Read(file);

    /// <summary>The same by the file's content and name.</summary>
    public static WorkbookReading Read(byte[] file, string fileName) => fileName.Length >= 0 ? WorkbookFile.Read(file) : throw new ArgumentNullException(nameof(fileName));

    static string Plain(string name) => CellText.Plain(name).ToLowerInvariant();
}

/// <summary>The outcome of reading a file as a workbook.</summary>
/// <param name="Workbook">Null when a finding is a refusal.</param>
/// <param name="Findings">Why it cannot be read, and cells that hold a spreadsheet error.</param>
public sealed record WorkbookReading(Workbook? Workbook, IReadOnlyList<Finding> Findings);
