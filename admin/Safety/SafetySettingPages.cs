using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Safety;

/// <summary>Who is on duty, and the numbers on the card.</summary>
static class SafetySettingPages
{
    public static void MapSafetySettings(IEndpointRouteBuilder console)
    {
        console.MapGet("/safety/settings", ShowAsync).WithMetadata(new Needs(Right.KeepSafety));
        console.MapPost("/safety/settings/duties", DutiesAsync).WithMetadata(new Needs(Right.KeepSafety, "safety.duties"));
        console.MapPost("/safety/settings/numbers", NumbersAsync).WithMetadata(new Needs(Right.KeepSafety, "safety.numbers"));
    }

    static async Task<IResult> ShowAsync(string? saved, ISafetySettings settings, ICatalogues catalogues, CancellationToken stop) =>
        Pages.Show<SafetySettingsPage>(new SafetySettingsView((await settings.ReadAsync(stop)).Duties, catalogues.Current.Helplines, saved is not null));

    static Task<IResult> DutiesAsync(HttpContext http, ISafetySettings settings, ICatalogues catalogues, CancellationToken stop) => KeepAsync(
        http, settings, catalogues, (form, now) => SafetyForm.Duties(form) is var (duties, wrong) ? (now with { Duties = duties }, wrong) : default, stop);

    static Task<IResult> NumbersAsync(HttpContext http, ISafetySettings settings, ICatalogues catalogues, CancellationToken stop) => KeepAsync(
        http, settings, catalogues, (form, now) => SafetyForm.Numbers(form) is var (numbers, wrong) ? (now with { Numbers = numbers }, wrong) : default, stop);

    static async Task<IResult> KeepAsync(
        HttpContext http, ISafetySettings settings, ICatalogues catalogues, Func<IFormCollection, SafetySettings, (SafetySettings Settings, string? Wrong)> read, CancellationToken stop)
    {
        var (kept, wrong) = read(await http.Request.ReadFormAsync(stop), await settings.ReadAsync(stop));
        if (wrong is not null)
            return Pages.Problem("400.8", "console.problem.safety", ("row", wrong));
        await settings.KeepAsync(kept, stop);
        await catalogues.RefreshAsync(stop);
        return Pages.SeeOther("/console/safety/settings?saved=1");
    }
}
