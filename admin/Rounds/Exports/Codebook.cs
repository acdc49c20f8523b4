using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>What the columns and codes of a workbook mean, in every language of the forms.</summary>
static class Codebook
{
    public static IEnumerable<IEnumerable<object?>> Rows(ExportPlan plan, IReadOnlyList<TableSheet> sheets)
    {
        List<string> codes = [.. Languages.All.Select(Languages.Code).Concat(plan.Forms.SelectMany(form => form.LanguageCodes)).Where(code => code.Length > 0).Distinct()];
        yield return ["column", "type", "value", .. codes.Select(code => Harmless.Of("label_" + code)), "spreadsheet_row", "sheet"];
        foreach (var group in plan.Forms.SelectMany(form => form.Groups).DistinctBy(group => group.Path))
            yield return [Harmless.Of(Heading.Of(group.Path)), group.IsRepeat ? "repeat" : "group", "", .. In(codes, group.Labels), (decimal)group.Row, SheetOf(sheets, group)];
        foreach (var sheet in sheets)
            foreach (var column in sheet.Table.Columns)
                foreach (var row in OfColumn(column, sheet.Name, codes))
                    yield return row;
    }

    static IEnumerable<IEnumerable<object?>> OfColumn(ExportColumn column, string sheet, List<string> codes)
    {
        if (column.Option is not null)
            yield break;
        var heading = Harmless.Of(column.Heading);
        if (column.Question is not { } question)
        {
            yield return [heading, "session", "", .. codes.Select(_ => ""), null, sheet];
            yield break;
        }
        yield return [heading, TypeWord.Of(question.Type), Span(question), .. In(codes, question.Labels), (decimal)question.Row, sheet];
        foreach (var choice in question.Choices)
            yield return [heading, "choice", Harmless.Of(choice.Name), .. In(codes, choice.Labels), null, sheet];
    }

    static string Span(Question question) =>
        question.Range is { } range ? string.Create(CultureInfo.InvariantCulture, $"{range.Start} to {range.End} by {range.Step}") : "";

    static string SheetOf(IReadOnlyList<TableSheet> sheets, FormGroup group) =>
        sheets.FirstOrDefault(sheet => sheet.Table.Path == group.Path)?.Name ?? "";

    static IEnumerable<object?> In(List<string> codes, IReadOnlyDictionary<string, string> labels) => codes.Select(code => Harmless.Of(Labels.In(labels, code, "")));
}
