using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using RbcBot.Core.Reports;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;
using ProgrammeReport = RbcBot.Core.Reports.Report;

namespace RbcBot.Admin.Report;

/// <summary>The report on the programme: to read here, and as one file that stands alone.</summary>
static class ReportPages
{
    static readonly IReadOnlyList<string> Flows = ["interview", "application", "feedback", "test", "lesson"];

    public static void MapReport(IEndpointRouteBuilder console)
    {
        console.MapGet("/report", ShowAsync).WithMetadata(new Needs(Right.SeeReport));
        console.MapGet("/report.html", FileAsync).WithMetadata(new Needs(Right.SeeReport, "report.export"));
    }

    static async Task<IResult> ShowAsync(
        string? lang, IRounds rounds, IRecords records, ISelections selections, IEnrolments enrolments, ICatalogues catalogues, Visit visit, CancellationToken stop) =>
        Language(lang, visit) is { } language
            ? Pages.Show<ReportPage>(FinalReport.Of(await FreezeAsync(rounds, records, selections, enrolments, catalogues.Current, visit.Now, stop), language))
            : Pages.Problem("404.10", "console.problem.language");

    static async Task<IResult> FileAsync(
        string? lang, HttpContext http, IRounds rounds, IRecords records, ISelections selections, IEnrolments enrolments, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (Language(lang, visit) is not { } language)
            return Pages.Problem("404.10", "console.problem.language");
        ProgrammeReport report = FinalReport.Of(await FreezeAsync(rounds, records, selections, enrolments, catalogues.Current, visit.Now, stop), language);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"report-{report.SnapshotAt:yyyy-MM-dd}-{Languages.Code(language)}.html\"";
        return Pages.Show<ReportFile>(report);
    }

    static Language? Language(string? lang, Visit visit) => string.IsNullOrEmpty(lang) ? visit.Language : Languages.Parse(lang);

    static async Task<Snapshot> FreezeAsync(
        IRounds rounds, IRecords records, ISelections selections, IEnrolments enrolments, Catalogue catalogue, DateTimeOffset now, CancellationToken stop)
    {
        var sessions = new List<Session>();
        foreach (var flow in Flows)
            sessions.AddRange((await records.SessionsOfFlowAsync(flow, stop)).Where(session => !session.IsKeptOut));
        return new Snapshot(
            now, await rounds.ListAsync(stop), catalogue.Forms, sessions,
            await selections.ListAsync(stop), await enrolments.ListAsync(stop), catalogue.Library.Modules);
    }
}
