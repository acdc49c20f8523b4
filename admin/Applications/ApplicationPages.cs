using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Applications;

/// <summary>Applications: who applied, and each application.</summary>
static class ApplicationPages
{
    public static void MapApplications(IEndpointRouteBuilder console)
    {
        console.MapGet("/applications", ListAsync).WithMetadata(new Needs(Right.SeeApplications, "applications.view"));
        console.MapGet("/applications/{session}", ShowAsync).WithMetadata(new Needs(Right.SeeApplications, "application.view"));
    }

    static async Task<IResult> ListAsync(HttpContext http, IRecords records, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (ApplicationQuery.Of(http.Request.Query) is not { } query || TableOrder.Of(http.Request.Query, "-touched", ApplicationList.Sorts) is not { } order)
            return Pages.Problem("400.3", "console.problem.query");
        var forms = catalogues.Current.Forms;
        var list = ApplicationList.Of(query, order, [.. (await records.SessionsOfFlowAsync("application", stop))
            .Select(session => ApplicationLine.Of(session, forms.GetValueOrDefault(session.FormVersion), visit.Code))]);
        return query.Page > list.Pages ? Pages.Problem("404.4", "console.problem.leaf", ("pages", list.Pages)) : Pages.Show<ApplicationsPage>(list);
    }

    static async Task<IResult> ShowAsync(string session, IRecords records, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if ((await records.SessionsOfFlowAsync("application", stop)).FirstOrDefault(known => known.Id == session) is not { } found)
            return Pages.Problem("404.7", "console.problem.application");
        var form = catalogues.Current.Forms.GetValueOrDefault(found.FormVersion);
        var answers = new SessionAnswers(found);
        return Pages.Show<ApplicationPage>(new ApplicationView(
            ApplicationLine.Of(found, form, visit.Code), answers,
            [.. (form?.Questions ?? []).Where(question => question.IsAsked && answers.At(question.Path) is not null).Select(question => (question, answers.At(question.Path) ?? ""))],
            await records.AddressesAsync(found.Person, stop)));
    }
}
