using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Applications;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Programme;
using RbcBot.Core.Selection;

namespace RbcBot.Admin.Selection;

/// <summary>Selection: rules, a run, who sits and why, and making it count.</summary>
static class SelectionPages
{
    public static void MapSelection(IEndpointRouteBuilder console)
    {
        console.MapGet("/selection", RulesAsync).WithMetadata(new Needs(Right.SeeSelection));
        console.MapPost("/selection", RunAsync).WithMetadata(new Needs(Right.Select, "selection.run"));
        console.MapGet("/selection/{id}", ShowAsync).WithMetadata(new Needs(Right.SeeSelection, "selection.view"));
        console.MapGet("/selection/{id}/why/{person}", WhyAsync).WithMetadata(new Needs(Right.SeeSelection, "selection.why"));
        console.MapPost("/selection/{id}/confirm", ConfirmAsync).WithMetadata(new Needs(Right.Select, "selection.confirm")).AddEndpointFilter(new SureGuard("selection.confirm"));
    }

    static async Task<IResult> RulesAsync(IRegister register, ISelections selections, ICatalogues catalogues, FrozenFigures figures, CancellationToken stop)
    {
        var applicants = await figures.OfAsync("applicants", await ApplicationPages.CountAsync(register, catalogues.Current, stop), over => ApplicantsAsync(register, catalogues.Current, over), stop);
        var heads = await selections.HeadsAsync(stop);
        return applicants.Show(all => Pages.Show<SelectionPage>(View(null, null, all, heads, catalogues.Current) with { At = applicants.At }));
    }

    static async Task<IResult> RunAsync(
        HttpContext http, IRegister register, ISelections selections, ICatalogues catalogues, TimeProvider clock, CancellationToken stop)
    {
        var applicants = await ApplicantsAsync(register, catalogues.Current, stop);
        var rules = RulesForm.Read(await http.Request.ReadFormAsync(stop), Start(catalogues.Current, applicants));
        var complaint = rules is null ? "console.selection.numbers" : rules.Problems() is [var problem, ..] ? "console." + problem.Key : applicants.Count == 0 ? "console.selection.empty" : null;
        if (rules is null || complaint is not null)
            return Pages.Show<SelectionPage>(View(rules, complaint, applicants, await selections.HeadsAsync(stop), catalogues.Current), StatusCodes.Status400BadRequest);

        var now = clock.GetUtcNow();
        var run = new SelectionRun(
            now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture), now, http.User.Identity?.Name ?? "",
            rules, applicants, ChoosePanel.Of(applicants, rules, stop), null, null);
        await selections.PutAsync(run, stop);
        return Pages.SeeOther("/console/selection/" + run.Id);
    }

    static async Task<IResult> ShowAsync(string id, HttpContext http, ISelections selections, ICatalogues catalogues, CancellationToken stop)
    {
        if (await FindAsync(selections, id, stop) is not { } run)
            return Missing();
        var query = http.Request.Query;
        if (Number(query["page"], 1) is not { } page)
            return Pages.Problem("400.3", "console.problem.query");
        var view = new RunView(run, new ProgrammeNames(catalogues.Current.Library.Modules), page, Number(query["told"], null) is { } told ? (told, Number(query["missed"], null) ?? 0) : null);
        return Pages.Leaf<RunPage>(page, view.Pages, view);
    }

    static async Task<IResult> WhyAsync(string id, string person, ISelections selections, ICatalogues catalogues, FrozenFigures figures, CancellationToken stop)
    {
        if (await FindAsync(selections, id, stop) is not { } run || run.Applicants.FirstOrDefault(applicant => applicant.Id.Value == person) is not { } one)
            return Missing();
        // It solves anew: with very many applicants nobody can wait for it.
        var why = await figures.OfAsync($"why/{id}/{person}", run.Applicants.Count, over => Task.FromResult(Explanation.Of(run.Applicants, run.Rules, run.Panel, one.Id, over)), stop);
        return why.Show(explanation => Pages.Show<WhyPage>(new WhyView(run, one, explanation, new ProgrammeNames(catalogues.Current.Library.Modules))));
    }

    static async Task<IResult> ConfirmAsync(
        string id, HttpContext http, ISelections selections, IEnrolments enrolments, IRecords records, IInbox inbox, TimeProvider clock, CancellationToken stop)
    {
        if (await FindAsync(selections, id, stop) is not { } run)
            return Missing();
        if (!run.Panel.IsUsable || run.ConfirmedAt is not null)
            return Pages.Problem("409.1", "console.selection.over");
        var (told, missed) = await new ConfirmSelection(selections, enrolments, records, inbox).RunAsync(run, http.User.Identity?.Name ?? "", clock.GetUtcNow(), stop);
        return Pages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"/console/selection/{id}?told={told}&missed={missed}"));
    }

    static SelectionView View(SelectionRules? rules, string? complaint, IReadOnlyList<Applicant> applicants, IReadOnlyList<SelectionRun> runs, Catalogue catalogue) => new(
        rules ?? Start(catalogue, applicants), applicants.Count,
        applicants.Count(person => person.EligibleCoach), applicants.Count(person => person.EligibleProfessional),
        runs, new ProgrammeNames(catalogue.Library.Modules), complaint);

    static async Task<IReadOnlyList<Applicant>> ApplicantsAsync(IRegister register, Catalogue catalogue, CancellationToken stop)
    {
        List<Session> sessions = [];
        await foreach (var session in register.EachAsync("application", null, stop))
            sessions.Add(session);
        return ApplicantReading.Of(sessions, catalogue.Forms);
    }

    /// <summary>The starting rules for the modules there are and those that people asked for.</summary>
    static SelectionRules Start(Catalogue catalogue, IReadOnlyList<Applicant> applicants) => SelectionRules.Of(
        [.. catalogue.Library.Modules.Select(module => module.Id).Concat(applicants.SelectMany(person => person.ModulesWanted))
            .Where(module => module != SelectionRules.Coaching).Distinct()],
        ApplicantReading.Provinces);

    static Task<SelectionRun?> FindAsync(ISelections selections, string id, CancellationToken stop) => selections.FindAsync(id, stop);

    static RazorComponentResult Missing() => Pages.Problem("404.9", "console.problem.selection");

    static int? Number(string? text, int? otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
