using System.Globalization;
using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Content;

/// <summary>The outcome of reading the workbook of helplines.</summary>
/// <param name="Helplines">Those that could be read, in the sheet's order: a wrong row must not hide the others.</param>
/// <param name="Findings">What the lint says, refusals first.</param>
public sealed record HelplineReading(IReadOnlyList<Helpline> Helplines, IReadOnlyList<Finding> Findings)
{
    /// <summary>Reads an .xlsx with the sheet helplines: number, name in the languages, last_verified. Never throws on an author's file.</summary>
    public static HelplineReading Of(byte[] file)
    {
        var reading = Workbook.Read(file);
        if (reading.Workbook is null)
            return new([], reading.Findings);
        var findings = reading.Findings.ToList();
        var sheet = AuthorSheet.Of(reading.Workbook, "helplines", ["number", "last_verified"], findings);
        sheet.Unique(row => row["number"], "number");
        var read = sheet.Rows.Select(row => Line(sheet, row)).OfType<Helpline>().ToList();
        return new(read, [.. findings.OrderBy(finding => finding.Severity)]);
    }

    static Helpline? Line(AuthorSheet sheet, TableRow row)
    {
        var number = row["number"];
        var callable = number.Length > 0 && number.All(sign => char.IsAsciiDigit(sign) || sign is '+' or ' ');
        var dated = DateOnly.TryParseExact(row["last_verified"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!callable)
            sheet.Refuse(row, "number", "number-unclear", $"\"{number}\" cannot be called: write digits.");
        if (!dated)
            sheet.Refuse(row, "last_verified", "date-unclear", $"\"{row["last_verified"]}\" is not a day such as 2026-11-23.");
        var name = sheet.Text(row, "name");
        if (!callable || !dated)
            return null;
        return new(number, name, day) { Uses = row["use"].Split(' ', StringSplitOptions.RemoveEmptyEntries), Source = row["note"] };
    }
}
