using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A round's answers: as a table, a person's sheet, a file.</summary>
static class AnswerPages
{
    public static void MapAnswers(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds/{code}/answers", TableAsync);
        console.MapGet("/rounds/{code}/answers/{session}", SheetAsync);
        console.MapGet("/rounds/{code}/export.{format}", ExportAsync);
    }

    static async Task<IResult> TableAsync(
        string code, HttpContext http, IRounds rounds, IRecords records, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (AnswerQuery.Of(http.Request.Query) is not { } query)
            return Pages.Problem("400.3", "console.problem.query");

        var sessions = await records.SessionsAsync(round.Code, stop);
        var table = AnswerTable.Of(
            round, catalogues.Current.Forms.GetValueOrDefault(round.FormVersion), query,
            [.. sessions.Select(session => new SessionAnswers(session))], visit.Code);
        return query.Page > table.Pages ? Pages.Problem("404.4", "console.problem.leaf", ("pages", table.Pages)) : Pages.Show<AnswersPage>(table);
    }

    static async Task<IResult> SheetAsync(
        string code, string session, IRounds rounds, IRecords records, ICatalogues catalogues, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        return (await records.SessionsAsync(round.Code, stop)).FirstOrDefault(known => known.Id == session) is { } found
            ? Pages.Show<AnswerSheetPage>(new AnswerSheet(
                round, catalogues.Current.Forms.GetValueOrDefault(found.FormVersion), new SessionAnswers(found),
                await records.AddressesAsync(found.Person, stop)))
            : Pages.Problem("404.5", "console.problem.session", ("code", round.Code));
    }

    static async Task<IResult> ExportAsync(
        string code, string format, HttpContext http, IRounds rounds, IRecords records, ICatalogues catalogues, Visit visit, TimeProvider clock, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (Media(format) is not { } media)
            return Pages.Problem("404.6", "console.problem.format", ("format", format));

        var sessions = await records.SessionsAsync(round.Code, stop);
        var forms = Forms(round, sessions, catalogues.Current);
        // A file of its own that goes with its handle: the archive writes in steps that a response does not take.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose);
        http.Response.RegisterForDispose(file);
        Write(format, file, forms, sessions, visit.Code);
        file.Position = 0;
        return Results.Stream(file, media, $"{round.Code}-{clock.GetUtcNow():yyyy-MM-dd}.{format}");
    }

    /// <summary>The forms the sessions are pinned to, the round's own first.</summary>
    internal static IReadOnlyList<Form> Forms(Round round, IReadOnlyList<Session> sessions, Catalogue catalogue) =>
        [.. sessions.Select(session => session.FormVersion).Reverse().Prepend(round.FormVersion).Distinct()
            .Select(version => catalogue.Forms.GetValueOrDefault(version)).OfType<Form>()];

    static string? Media(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "json" => "application/json",
        _ => null,
    };

    static void Write(string format, Stream to, IReadOnlyList<Form> forms, IReadOnlyList<Session> sessions, string language)
    {
        switch (format)
        {
            case "csv": RoundExport.Csv(to, forms, sessions); break;
            case "xlsx": RoundExport.Xlsx(to, forms, sessions, language); break;
            default: RoundExport.Json(to, forms, sessions); break;
        }
    }
}
