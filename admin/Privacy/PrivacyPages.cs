using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Breaches;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Admin.Privacy;

/// <summary>The register of processing, who is responsible, and the proofs of what was erased by rule.</summary>
static class PrivacyPages
{
    /// <summary>Proofs on the page.</summary>
    const int MostReports = 30;

    /// <summary>Longest field of the settings, in characters.</summary>
    public const int LongestField = 1000;

    public static void AddPrivacyPages(IServiceCollection services)
    {
        services.TryAddSingleton(RetentionRules.Usual);
        services.TryAddSingleton(Residency.Usual);
        services.AddScoped<PrivacyReading>().AddScoped<FindAffected>().AddScoped<TellAffected>();
    }

    public static void MapPrivacy(IEndpointRouteBuilder console)
    {
        console.MapGet("/privacy", ShowAsync).WithMetadata(new Needs(Right.SeePrivacy));
        console.MapGet("/privacy.csv", FileAsync).WithMetadata(new Needs(Right.SeePrivacy, "privacy.export"));
        console.MapPost("/privacy/settings", KeepAsync).WithMetadata(new Needs(Right.KeepPrivacy, "privacy.settings"));
        console.MapGet("/privacy/retention", RetentionAsync).WithMetadata(new Needs(Right.SeePrivacy));
        BreachPages.MapBreaches(console);
    }

    static async Task<IResult> ShowAsync(string? saved, IPrivacySettings settings, RetentionRules rules, Residency residency, Visit visit, CancellationToken stop) =>
        Pages.Show<RegisterPage>(new RegisterView(await settings.ReadAsync(stop), rules, residency, visit.May(Right.KeepPrivacy), saved is not null, visit.Now));

    static async Task<IResult> FileAsync(IPrivacySettings settings, RetentionRules rules, Residency residency, Visit visit, CancellationToken stop) =>
        Results.File(RegisterFile.Of(await settings.ReadAsync(stop), rules, residency, visit.Language), "text/csv; charset=utf-8", $"register-{visit.Now:yyyy-MM-dd}.csv");

    static async Task<IResult> KeepAsync(HttpContext http, IPrivacySettings settings, ICatalogues catalogues, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (!TryDay(form["certificate-ends"], out var ends) || !TryDay(form["programme-ends"], out var over) || form.Any(field => field.Value.ToString().Length > LongestField))
            return Pages.Problem("400.10", "console.problem.privacy");
        await settings.KeepAsync(
            new PrivacySettings
            {
                Controller = Words(form, "controller"),
                Processors = Words(form, "processors"),
                Representative = Words(form, "representative"),
                Contact = Words(form, "contact"),
                Certificate = Words(form, "certificate"),
                CertificateEnds = ends,
                ProgrammeEnds = over,
            }, stop);
        await catalogues.RefreshAsync(stop);
        return Pages.SeeOther("/console/privacy?saved=1");
    }

    static async Task<IResult> RetentionAsync(IRetentionReports reports, RetentionRules rules, CancellationToken stop) =>
        Pages.Show<RetentionPage>(new RetentionView(rules, await reports.LatestAsync(MostReports, stop)));

    static string Words(IFormCollection form, string field) => form[field].ToString().Trim();

    static bool TryDay(string? written, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        return day is not null || string.IsNullOrWhiteSpace(written);
    }
}

/// <summary>What the page of the register shows.</summary>
public sealed record RegisterView(PrivacySettings Settings, RetentionRules Rules, Residency Residency, bool MayChange, bool IsSaved, DateTimeOffset Now);

/// <summary>The rules of retention, and the proofs of the latest runs.</summary>
public sealed record RetentionView(RetentionRules Rules, IReadOnlyList<RetentionReport> Reports);
