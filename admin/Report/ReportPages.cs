using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Report;

/// <summary>The report on the programme: to read here, and as one file that stands alone.</summary>
static class ReportPages
{
    public static void MapReport(IEndpointRouteBuilder console)
    {
        console.MapGet("/report", ShowAsync).WithMetadata(new Needs(Right.SeeReport));
        console.MapGet("/report.html", FileAsync).WithMetadata(new Needs(Right.SeeReport, "report.export"));
    }

    static async Task<IResult> ShowAsync(string? lang, ReportReading reading, Visit visit, CancellationToken stop) => Language(lang, visit) is { } language
        ? (await reading.RunAsync(language, stop)).Show(report => Pages.Show<ReportPage>(report))
        : Pages.Problem("404.10", "console.problem.language");

    static async Task<IResult> FileAsync(string? lang, HttpContext http, ReportReading reading, Visit visit, CancellationToken stop)
    {
        if (Language(lang, visit) is not { } language)
            return Pages.Problem("404.10", "console.problem.language");
        return (await reading.RunAsync(language, stop)).Show(report =>
        {
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"report-{report.SnapshotAt:yyyy-MM-dd}-{Languages.Code(language)}.html\"";
            return Pages.Show<ReportFile>(report);
        });
    }

    static Language? Language(string? lang, Visit visit) => string.IsNullOrEmpty(lang) ? visit.Language : Languages.Parse(lang);
}
