using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>The workbook of an export: codes for the analyst, words for the reader, and what the codes mean. A repeat has sheets of its own.</summary>
static class ExportWorkbook
{
    /// <summary>Digits that a spreadsheet's numbers hold; a longer one, such as of an identity card, stays text.</summary>
    const int MostDigits = 15;

    public static async Task WriteAsync(Stream to, ExportPlan plan, IAsyncEnumerable<Session> sessions, CancellationToken stop)
    {
        using var book = new WorkbookWriter(to);
        var sheets = TableSheet.Of(book, plan);
        await foreach (var session in sessions.WithCancellation(stop))
        {
            var record = new ExportRecord(session);
            foreach (var sheet in sheets)
                sheet.Write(record);
        }
        foreach (var sheet in sheets)
            book.Add(sheet.Codes);
        foreach (var sheet in sheets)
            book.Add(sheet.Words);
        book.Sheet(TableSheet.Codebook, Codebook.Rows(plan, sheets));
    }

    public static object? Code(ExportColumn column, ExportRow row)
    {
        var text = CellText.Of(column, row);
        return column.IsNumber && text.Count(char.IsAsciiDigit) <= MostDigits && CellText.Number(text) is { } number ? number : text;
    }

    public static object? Words(ExportColumn column, ExportRow row, string language)
    {
        if (column.Question is not { } question || column.Option is not null || column.IsNumber || column.Value(row) is not { Length: > 0 } value)
            return Code(column, row);
        var words = Labels.Answer(question, value, language);
        return CellText.IsSafe(column, value) ? words : Harmless.Of(words);
    }
}
