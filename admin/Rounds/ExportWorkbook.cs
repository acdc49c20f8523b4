using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Rounds;

/// <summary>The workbook of an export: codes for the analyst, words for the reader, and what the codes mean.</summary>
static class ExportWorkbook
{
    public static void Write(Stream to, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions, string language)
    {
        var columns = ExportColumn.Of(forms);
        var answers = sessions.Select(session => new SessionAnswers(session)).ToList();
        using var book = new WorkbookWriter(to);
        book.Sheet("data", Rows(columns, column => column.Heading, answers, Code));
        book.Sheet("labels", Rows(columns, column => column.Label(language), answers, (column, session) => Words(column, session, language)));
        book.Sheet("codebook", Codebook(columns));
    }

    static IEnumerable<IEnumerable<object?>> Rows(
        IReadOnlyList<ExportColumn> columns, Func<ExportColumn, string> heading, IEnumerable<SessionAnswers> answers, Func<ExportColumn, SessionAnswers, object?> cell)
    {
        yield return columns.Select(column => (object?)Harmless.Of(heading(column)));
        foreach (var session in answers)
            yield return columns.Select(column => cell(column, session));
    }

    static object? Code(ExportColumn column, SessionAnswers answers)
    {
        var text = RoundExport.Cell(column, answers);
        return column.IsNumber && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : text;
    }

    static object? Words(ExportColumn column, SessionAnswers answers, string language) =>
        column.Question is { Choices.Count: > 0 } question && column.Option is null && column.Value(answers) is { } value
            ? Harmless.Of(Labels.Answer(question, value, language))
            : Code(column, answers);

    static IEnumerable<IEnumerable<object?>> Codebook(IReadOnlyList<ExportColumn> columns)
    {
        var codes = Languages.All.Select(Languages.Code).ToList();
        yield return ["column", "type", "value", .. codes.Select(code => "label_" + code), "spreadsheet_row"];
        foreach (var column in columns.Where(column => column.Option is null))
        {
            var question = column.Question;
            yield return
            [
                Harmless.Of(column.Heading), question is null ? "session" : Kind(question.Type), "",
                .. codes.Select(code => question is null ? "" : Harmless.Of(Labels.In(question.Labels, code, ""))),
                question is null ? null : (decimal)question.Row,
            ];
            foreach (var choice in question?.Choices ?? [])
                yield return [Harmless.Of(column.Heading), "choice", Harmless.Of(choice.Name), .. codes.Select(code => Harmless.Of(Labels.In(choice.Labels, code, "")))];
        }
    }

    static string Kind(QuestionType type) => type switch
    {
        QuestionType.SelectOne => "select_one",
        QuestionType.SelectMultiple => "select_multiple",
        _ => type.ToString().ToLowerInvariant(),
    };
}
