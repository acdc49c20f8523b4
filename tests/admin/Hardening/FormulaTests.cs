using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using RbcBot.Admin.Privacy;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Forms;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Admin.Hardening;

/// <summary>F16: no cell of any file that a spreadsheet opens begins as a formula does, whichever column it stands in.</summary>
public sealed class FormulaTests
{
    static readonly RetentionRules Rules = new(RejectedMonths: 12, TalkMonths: 12, ProgrammeMonths: 24, AlertMonths: 12, AuditYears: 5, AsideDays: 30);

    public static TheoryData<string> Formulas => ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "＝1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"//evil.example\")", "\"=1+1"];

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task Csv_has_no_live_formula_in_any_column(string formula) =>
        Assert.DoesNotContain(await CsvAsync(formula), IsLive);

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task Workbook_has_no_live_formula_in_any_sheet(string formula)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(await Exported.BytesAsync(ExportFormat.Xlsx, [Form(formula)], [Session(formula)])), false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList(); // a workbook has one
        Assert.True(cells.Count > 30, "The cells were not read.");
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.DoesNotContain(cells.Where(cell => cell.DataType?.Value == CellValues.InlineString).Select(cell => cell.InnerText), IsLive);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Register_of_processing_has_no_live_formula(string formula)
    {
        var settings = PrivacySettings.None with { Controller = formula, Processors = formula, Representative = formula, Contact = formula };
        using var reader = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(RegisterFile.Of(settings, Rules, new Residency("RW", formula), Language.En))), System.Globalization.CultureInfo.InvariantCulture);
        while (reader.Read())
            Assert.DoesNotContain(reader.Record ?? [], IsLive);
    }

    // As a spreadsheet reads it: what a sign begins, after what it skips. A number of a number's column may have its sign.
    static bool IsLive(string cell) =>
        cell.Length > 0 && (cell[0] is '\t' or '\r' or '\n' || cell.TrimStart()[..Math.Min(1, cell.TrimStart().Length)] is "=" or "+" or "-" or "@" or "＝" or "＋" or "－" or "＠")
        && !decimal.TryParse(cell, out _);

    static async Task<IReadOnlyList<string>> CsvAsync(string formula)
    {
        using var reader = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(await Exported.BytesAsync(ExportFormat.Csv, [Form(formula)], [Session(formula)]))), System.Globalization.CultureInfo.InvariantCulture);
        List<string> cells = [];
        while (await reader.ReadAsync())
            cells.AddRange(reader.Record ?? []);
        return cells;
    }

    /// <summary>The text in every place of a form where an author can put it.</summary>
    static Form Form(string text) => new()
    {
        Id = text,
        Titles = new Dictionary<string, string> { ["en"] = text },
        Version = ConsoleForm.Form.Version,
        LanguageCodes = ["en", "fr"],
        Settings = new Dictionary<string, string>(),
        Questions =
        [
            .. ConsoleForm.Form.Questions.Select(question => question with
            {
                Labels = new Dictionary<string, string> { ["en"] = text, ["fr"] = text },
                Choices = [.. question.Choices.Select(choice => choice with { Labels = new Dictionary<string, string> { ["en"] = text } }), .. question.Choices.Take(1).Select(choice => choice with { Name = text })],
            }),
            HouseholdForm.Question("/data/" + text.Trim(), QuestionType.Text, text),
        ],
    };

    /// <summary>The text as every answer, whatever its type.</summary>
    static RbcBot.Core.Conversations.Session Session(string text) =>
        ConsoleForm.Session(text, isSubmitted: true, ("/data/full_name", text), ("/data/work/years", text), ("/data/work/meds", text), ("/data/" + text.Trim(), text)) with { Language = text };
}
