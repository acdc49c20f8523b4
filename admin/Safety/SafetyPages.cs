using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Safety;

/// <summary>Alerts of safeguarding: what is unseen, the first look, what was done.</summary>
static class SafetyPages
{
    public static void MapSafety(IEndpointRouteBuilder console)
    {
        console.MapGet("/safety", ShowAsync).WithMetadata(new Needs(Right.SeeAlerts, "alerts.view"));
        console.MapGet("/safety/alerts/{id}", LookAsync).WithMetadata(new Needs(Right.SeeAlerts, "alert.view"));
        console.MapPost("/safety/alerts/{id}", CloseAsync).WithMetadata(new Needs(Right.TendAlerts, "alert.close"));
        SafetySettingPages.MapSafetySettings(console);
    }

    static async Task<IResult> ShowAsync(ISafetyAlerts alerts, ISafetySettings settings, ICatalogues catalogues, TimeProvider clock, CancellationToken stop) =>
        Pages.Show<SafetyPage>(new SafetyView(
            await alerts.LatestAsync(SafetyView.Most, stop), (await settings.ReadAsync(stop)).OnDuty(clock.GetUtcNow()), catalogues.Current.Helplines, clock.GetUtcNow()));

    // The page is the look: who may not act only reads, and stamps nothing.
    static async Task<IResult> LookAsync(string id, HttpContext http, ISafetyAlerts alerts, ISafetySettings settings, IRegister register, TimeProvider clock, CancellationToken stop)
    {
        if (await alerts.FindAsync(id, stop) is not { } alert)
            return Missing();
        var name = http.User.Identity?.Name ?? "";
        var duty = (await settings.ReadAsync(stop)).OnDuty(clock.GetUtcNow());
        if (alert.SeenAt is null && RightsTable.May(http.User, Right.TendAlerts) && (duty.Count == 0 || duty.Contains(name)))
        {
            alert = alert with { SeenAt = clock.GetUtcNow(), SeenBy = name };
            await alerts.KeepAsync(alert, stop);
        }
        var session = alert.Session is { } where ? await register.SessionAsync(where, stop) : null;
        return Pages.Show<AlertPage>(AlertView.Of(alert, session, RightsTable.May(http.User, Right.TendAlerts), clock.GetUtcNow()));
    }

    static async Task<IResult> CloseAsync(string id, HttpContext http, ISafetyAlerts alerts, TimeProvider clock, CancellationToken stop)
    {
        if (await alerts.FindAsync(id, stop) is not { } alert)
            return Missing();
        var name = http.User.Identity?.Name ?? "";
        var now = clock.GetUtcNow();
        var note = (await http.Request.ReadFormAsync(stop))["note"].ToString().Trim();
        await alerts.KeepAsync(
            alert with { SeenAt = alert.SeenAt ?? now, SeenBy = alert.SeenAt is null ? name : alert.SeenBy, ClosedAt = now, ClosedBy = name, Note = note[..Math.Min(note.Length, AlertView.LongestNote)] }, stop);
        return Pages.SeeOther("/console/safety");
    }

    static IResult Missing() => Pages.Problem("404.16", "console.problem.alert");
}
