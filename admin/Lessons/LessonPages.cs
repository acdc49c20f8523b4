using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Lessons;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Lessons;

/// <summary>Lessons: what there is, sending it out, who is where.</summary>
static class LessonPages
{
    public static void MapLessons(IEndpointRouteBuilder console)
    {
        console.MapGet("/lessons", ListAsync).WithMetadata(new Needs(Right.SeeLessons));
        console.MapGet("/lessons/{module}", ShowAsync).WithMetadata(new Needs(Right.SeeLessons, "lesson.progress"));
        console.MapPost("/lessons/{module}/release", ReleaseAsync).WithMetadata(new Needs(Right.ReleaseLessons, "lesson.release")).AddEndpointFilter(new SureGuard("lesson.release"));
    }

    static async Task<IResult> ListAsync(HttpContext http, IRegister register, IEnrolments enrolments, ICatalogues catalogues, Scopes scopes, CancellationToken stop) =>
        Pages.Show<LessonsPage>(new LessonsView([.. await ViewsAsync(http, register, enrolments, catalogues.Current, scopes, stop)], catalogues.Current.Library.Findings));

    // Only of those who are enrolled: a module's page shows no others.
    static async Task<IEnumerable<ModuleView>> ViewsAsync(HttpContext http, IRegister register, IEnrolments enrolments, Catalogue catalogue, Scopes scopes, CancellationToken stop)
    {
        var own = await OwnAsync(http, enrolments, scopes, stop);
        var standings = await register.StandingsAsync([.. catalogue.Library.Modules.SelectMany(module => module.Lessons).Select(lesson => lesson.Id)], [.. own.Select(one => one.Person)], stop);
        return catalogue.Library.Modules.Select(module => ModuleView.Of(module, own, standings, catalogue.Rounds));
    }

    // A coach counts her own trainees; who may see no person at all counts all of them.
    static async Task<IReadOnlyList<Enrolment>> OwnAsync(HttpContext http, IEnrolments enrolments, Scopes scopes, CancellationToken stop)
    {
        var all = await enrolments.ListAsync(stop);
        if (!RightsTable.May(http.User, Right.SeePeople))
            return all;
        var scope = await scopes.OfAsync(http.User, stop);
        return [.. all.Where(enrolment => scope.Holds(enrolment.Person))];
    }

    static async Task<IResult> ShowAsync(
        string module, string? sent, string? missed, HttpContext http, IRegister register, IEnrolments enrolments, ICatalogues catalogues, Scopes scopes, CancellationToken stop)
    {
        var views = await ViewsAsync(http, register, enrolments, catalogues.Current, scopes, stop);
        return views.FirstOrDefault(view => view.Module.Id == module) is { } found
            ? Pages.Show<ModulePage>(found with { Sent = Count(sent), Missed = Count(missed) ?? 0 })
            : Pages.Problem("404.8", "console.problem.module", ("module", module));
    }

    static async Task<IResult> ReleaseAsync(
        string module, HttpContext http, IEnrolments enrolments, ICatalogues catalogues, Releasing releasing, CancellationToken stop)
    {
        var subject = (await http.Request.ReadFormAsync(stop))["subject"].ToString();
        var catalogue = catalogues.Current;
        if (catalogue.Library.Modules.FirstOrDefault(known => known.Id == module) is not { } found)
            return Pages.Problem("404.8", "console.problem.module", ("module", module));
        if (!ReleaseSubject.Knows(catalogue, found, subject))
            return Pages.Problem("400.4", "console.problem.subject", ("subject", subject));

        var people = (await enrolments.ListAsync(stop)).Where(enrolment => enrolment.Module == module).Select(enrolment => enrolment.Person).Distinct();
        return Pages.SeeOther(await releasing.RunAsync(module, subject, [.. people], http.User.Identity?.Name ?? "", stop));
    }

    static int? Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
