using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A round's answers: as a table, a person's sheet, a file.</summary>
static class AnswerPages
{
    public static void MapAnswers(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds/{code}/answers", TableAsync).WithMetadata(new Needs(Right.SeeAnswers, "answers.view"));
        console.MapGet("/rounds/{code}/answers/{session}", SheetAsync).WithMetadata(new Needs(Right.SeeAnswers, "answers.person"));
        console.MapGet("/rounds/{code}/export.{format}", ExportAsync).WithMetadata(new Needs(Right.ExportAnswers, "answers.export"));
    }

    static async Task<IResult> TableAsync(
        string code, HttpContext http, IRounds rounds, IRecords records, ICatalogues catalogues, Visit visit, Veil veil, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (AnswerQuery.Of(http.Request.Query) is not { } query)
            return Pages.Problem("400.3", "console.problem.query");

        var sessions = await records.SessionsAsync(round.Code, stop);
        var table = AnswerTable.Of(
            round, catalogues.Current.Forms.GetValueOrDefault(round.FormVersion), query,
            [.. sessions.Select(session => new SessionAnswers(veil.Over(session)))], visit.Code);
        return query.Page > table.Pages ? Pages.Problem("404.4", "console.problem.leaf", ("pages", table.Pages)) : Pages.Show<AnswersPage>(table);
    }

    static async Task<IResult> SheetAsync(
        string code, string session, IRounds rounds, IRecords records, ICatalogues catalogues, Veil veil, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        return (await records.SessionsAsync(round.Code, stop)).Select(known => (Seen: veil.Over(known), known.Person)).FirstOrDefault(known => known.Seen.Id == session) is { Seen: { } seen } found
            ? Pages.Show<AnswerSheetPage>(new AnswerSheet(
                round, catalogues.Current.Forms.GetValueOrDefault(seen.FormVersion), new SessionAnswers(seen),
                await records.AddressesAsync(found.Person, stop)))
            : Pages.Problem("404.5", "console.problem.session", ("code", round.Code));
    }

    static async Task<IResult> ExportAsync(
        string code, string format, HttpContext http, IRounds rounds, ExportRound export, Visit visit, Veil veil, TimeProvider clock, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (ExportFormats.Parse(format) is not { } known)
            return Pages.Problem("404.6", "console.problem.format", ("format", format));
        if (AnswerQuery.Of(http.Request.Query) is not { } query)
            return Pages.Problem("400.3", "console.problem.query");

        // The archive writes in steps that a response does not take.
        var file = Spool.Open();
        http.Response.RegisterForDispose(file);
        var exported = await export.RunAsync(round, known, query.Filter, visit.Code, veil.OverFile, file, stop);
        file.Position = 0;
        return Results.Stream(file, exported.MediaType, $"{round.Code}-{KigaliTime.Day(clock.GetUtcNow()):yyyy-MM-dd}.{exported.Ending}");
    }
}
