using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A round's answers: as a table, a person's sheet, a file.</summary>
static class AnswerPages
{
    /// <summary>A country's round takes some minutes.</summary>
    static readonly TimeSpan LongestExport = TimeSpan.FromMinutes(15);

    public static void MapAnswers(IEndpointRouteBuilder console)
    {
        console.MapGet("/rounds/{code}/answers", TableAsync).WithMetadata(new Needs(Right.SeeAnswers, "answers.view"));
        console.MapGet("/rounds/{code}/answers/{session}", SheetAsync).WithMetadata(new Needs(Right.SeeAnswers, "answers.person"));
        console.MapGet("/rounds/{code}/export.{format}", ExportAsync).WithMetadata(new Needs(Right.ExportAnswers, "answers.export")).WithRequestTimeout(LongestExport);
        NamedExport.MapNamedExport(console, LongestExport);
    }

    static async Task<IResult> TableAsync(
        string code, HttpContext http, IRounds rounds, AnswerReading reading, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (AnswerQuery.Of(http.Request.Query) is not { } query || TableOrder.Of(http.Request.Query, "-touched", AnswerTable.Sorts) is not { } order)
            return Pages.Problem("400.3", "console.problem.query");

        var table = await reading.RunAsync(round, query, order, stop);
        return Pages.Leaf<AnswersPage>(query.Page, table.Pages, table);
    }

    static async Task<IResult> SheetAsync(
        string code, string session, IRounds rounds, IRecords records, AnswerReading reading, ICatalogues catalogues, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        return await reading.FindAsync(round, session, stop) is var (seen, person)
            ? Pages.Show<AnswerSheetPage>(new AnswerSheet(
                round, catalogues.Current.Forms.GetValueOrDefault(seen.FormVersion), new SessionAnswers(seen),
                await records.AddressesAsync(person, stop)))
            : Pages.Problem("404.5", "console.problem.session", ("code", round.Code));
    }

    static Task<IResult> ExportAsync(
        string code, string format, HttpContext http, IRounds rounds, ExportFile export, Veil veil, CancellationToken stop) =>
        export.AnswerAsync(http, rounds, code, format, veil.OverFile, stop);
}
