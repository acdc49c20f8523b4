using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Applications;

/// <summary>Applications: who applied, and each application.</summary>
static class ApplicationPages
{
    public static void MapApplications(IEndpointRouteBuilder console)
    {
        console.MapGet("/applications", ListAsync).WithMetadata(new Needs(Right.SeeApplications, "applications.view"));
        console.MapGet("/applications/{session}", ShowAsync).WithMetadata(new Needs(Right.SeeApplications, "application.view"));
    }

    static async Task<IResult> ListAsync(HttpContext http, IRegister register, ICatalogues catalogues, FrozenFigures figures, Visit visit, CancellationToken stop)
    {
        if (ApplicationQuery.Of(http.Request.Query) is not { } query || TableOrder.Of(http.Request.Query, "-touched", ApplicationList.Sorts) is not { } order)
            return Pages.Problem("400.3", "console.problem.query");
        var lines = await figures.OfAsync("applications/" + visit.Code, await CountAsync(register, catalogues.Current, stop), over => ApplicationLine.AllAsync(register, catalogues.Current.Forms, visit.Code, over), stop);
        return lines.Show(all =>
        {
            var list = ApplicationList.Of(query, order, all) with { At = lines.At };
            return Pages.Leaf<ApplicationsPage>(query.Page, list.Pages, list);
        });
    }

    // Sessions of rounds that take applications; the register counts by round.
    internal static async Task<int> CountAsync(IRegister register, Catalogue catalogue, CancellationToken stop)
    {
        var counts = (await SessionCounts.ReadAsync(register, stop)).BySubject;
        return catalogue.Rounds.Where(round => round.Kind == RoundKind.Application).Sum(round => counts.GetValueOrDefault(round.Code).Begun);
    }

    static async Task<IResult> ShowAsync(string session, IRegister register, IRecords records, ICatalogues catalogues, Visit visit, CancellationToken stop)
    {
        if (await register.SessionAsync(session, stop) is not { Flow: "application" } found)
            return Pages.Problem("404.7", "console.problem.application");
        var form = catalogues.Current.Forms.GetValueOrDefault(found.FormVersion);
        var answers = new SessionAnswers(found);
        return Pages.Show<ApplicationPage>(new ApplicationView(
            ApplicationLine.Of(found, form, visit.Code), answers,
            [.. (form?.Questions ?? []).Where(question => question.IsAsked && answers.At(question.Path) is not null).Select(question => (question, answers.At(question.Path) ?? ""))],
            await records.AddressesAsync(found.Person, stop)));
    }
}
