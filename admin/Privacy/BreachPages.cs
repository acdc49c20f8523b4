using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Admin.SignIn;
using RbcBot.Core.Conversations.Breaches;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Admin.Privacy;

/// <summary>The log of breaches: what happened, the hours that are left, who was told.</summary>
static class BreachPages
{
    const string Log = "/console/privacy/breaches";

    public static void MapBreaches(IEndpointRouteBuilder console)
    {
        console.MapGet("/privacy/breaches", ListAsync).WithMetadata(new Needs(Right.SeePrivacy, "breaches.view"));
        console.MapPost("/privacy/breaches", RecordAsync).WithMetadata(new Needs(Right.KeepPrivacy, "breach.record"));
        console.MapGet("/privacy/breaches/{id}", ShowAsync).WithMetadata(new Needs(Right.SeePrivacy, "breach.view"));
        console.MapPost("/privacy/breaches/{id}", StepAsync).WithMetadata(new Needs(Right.KeepPrivacy, "breach.step"));
        console.MapPost("/privacy/breaches/{id}/tell", TellAsync).WithMetadata(new Needs(Right.TellBreach, "breach.tell")).AddEndpointFilter(new SureGuard("breach.tell")).AddEndpointFilter<ProofGuard>();
    }

    static async Task<IResult> ListAsync(IBreaches breaches, Visit visit, CancellationToken stop) =>
        Pages.Show<BreachesPage>(new BreachList(await breaches.ListAsync(stop), visit.May(Right.KeepPrivacy), visit.Now));

    static async Task<IResult> RecordAsync(HttpContext http, IBreaches breaches, FindAffected affected, Visit visit, CancellationToken stop)
    {
        if (BreachForm.Read(await http.Request.ReadFormAsync(stop), visit.Now) is not { } breach)
            return Pages.Problem("400.11", "console.problem.breach");
        var people = breach.People > 0 ? breach.People : (await affected.RunAsync(breach.Whom, stop)).Count;
        await breaches.KeepAsync((breach with { People = people }).With(new BreachEntry(visit.Now, visit.Name ?? "", null, "")), stop);
        return Pages.SeeOther($"{Log}/{breach.Id}");
    }

    static async Task<IResult> ShowAsync(string id, string? told, string? left, IBreaches breaches, FindAffected affected, IPrivacySettings settings, Visit visit, CancellationToken stop)
    {
        if (await breaches.FindAsync(id, stop) is not { } breach)
            return Missing();
        return Pages.Show<BreachPage>(new BreachView(
            breach, (await affected.RunAsync(breach.Whom, stop)).Count, (await settings.ReadAsync(stop)).Contact, visit.May(Right.KeepPrivacy), visit.May(Right.TellBreach), visit.Now)
        {
            Told = Count(told),
            Left = Count(left),
        });
    }

    static async Task<IResult> StepAsync(string id, HttpContext http, IBreaches breaches, Visit visit, CancellationToken stop)
    {
        if (await breaches.FindAsync(id, stop) is not { } breach)
            return Missing();
        if (BreachForm.ReadEntry(await http.Request.ReadFormAsync(stop), visit.Now, visit.Name ?? "") is not { } entry)
            return Pages.Problem("400.11", "console.problem.breach");
        await breaches.KeepAsync(breach.With(entry), stop);
        return Pages.SeeOther($"{Log}/{Uri.EscapeDataString(id)}");
    }

    static async Task<IResult> TellAsync(string id, IBreaches breaches, TellAffected tell, Visit visit, CancellationToken stop)
    {
        if (await breaches.FindAsync(id, stop) is not { } breach)
            return Missing();
        var (told, left) = await tell.RunAsync(breach, visit.Now, stop);
        var note = string.Create(CultureInfo.InvariantCulture, $"{told} / {left}");
        await breaches.KeepAsync(breach.With(new BreachEntry(visit.Now, visit.Name ?? "", BreachStep.People, note)), stop);
        return Pages.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Log}/{Uri.EscapeDataString(id)}?told={told}&left={left}"));
    }

    static int? Count(string? written) => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    static IResult Missing() => Pages.Problem("404.17", "console.problem.breach.none");
}

/// <summary>The log as the page shows it.</summary>
public sealed record BreachList(IReadOnlyList<Breach> Breaches, bool MayKeep, DateTimeOffset Now);

/// <summary>One breach as the page shows it.</summary>
/// <param name="Affected">How many people it touched, counted now.</param>
/// <param name="Contact">Whom people ask.</param>
public sealed record BreachView(Breach Breach, int Affected, string Contact, bool MayKeep, bool MayTell, DateTimeOffset Now)
{
    /// <summary>How many are told now; null when nobody was just told.</summary>
    public int? Told { get; init; }

    /// <summary>How many had asked us not to write to them; null when nobody was just told.</summary>
    public int? Left { get; init; }

    /// <summary>Whole hours until the authority must have been told; negative when they are over.</summary>
    public int HoursLeft => (int)Math.Floor((Breach.Due - Now).TotalHours);
}
