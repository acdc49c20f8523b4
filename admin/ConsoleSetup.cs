using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Admin.Applications;
using RbcBot.Admin.Aside;
using RbcBot.Admin.Auditing;
using RbcBot.Admin.Channels;
using RbcBot.Admin.Feedback;
using RbcBot.Admin.Lessons;
using RbcBot.Admin.Overview;
using RbcBot.Admin.People;
using RbcBot.Admin.Privacy;
using RbcBot.Admin.Report;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Admin.Safety;
using RbcBot.Admin.Search;
using RbcBot.Admin.Selection;
using RbcBot.Admin.Shared;
using RbcBot.Admin.SignIn;
using RbcBot.Admin.Simulator;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin;

/// <summary>The console as the host takes it in: its services and its pages under /console.</summary>
public static class ConsoleSetup
{
    /// <summary>A page that takes longer is given up: it would only hold what others wait for.</summary>
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <summary>Registers the console. The host registers the ports, the flows and where data-protection keys are kept.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddTransient<OpenRound>();
        services.TryAddTransient<ExportRound>();
        services.AddScoped<TodayPorts>().AddScoped<TodayReading>().AddScoped<Releasing>();
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<ExportLimit>().AddScoped<ExportFile>();
        PrivacyPages.AddPrivacyPages(services);
        services.AddSingleton<FrozenFigures>().AddSingleton<KnownRemarks>();
        services.AddScoped<AnswerReading>().AddScoped<PeopleReading>().AddScoped<Searching>();
        services.AddSingleton<PlanReading>();
        services.AddSingleton<ReportPorts>().AddSingleton<ReportReading>();
        services.AddSingleton<LongWorks>().AddHostedService(provider => provider.GetRequiredService<LongWorks>());
        services.AddResponseCompression(Compress);
        services.AddSingleton<Rehearsals>().AddScoped<Rehearsing>();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "rbc-form";
            form.Cookie.Path = "/console";
            form.Cookie.SameSite = SameSiteMode.Strict;
        });
        return services.AddSignIn(options).AddRights();
    }

    /// <summary>Maps every page under /console; all but the door, the language and the stylesheet ask for a right.</summary>
    public static void MapConsole(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/console"), console => console.UseResponseCompression().Use(Edge.PassAsync));
        app.UseAuthentication();
        app.UseAuthorization();

        var console = app.MapGroup("/console").AddEndpointFilter<FormGuard>().WithMetadata(BodyLimit.Form);
        console.WithRequestTimeout(LongestAnswer);
        MapOpen(console.MapGroup("").AllowAnonymous());
        MapPages(console.MapGroup("").AddEndpointFilter<NotedVisit>());
    }

    // Pages and what belongs to them, for slow lines; files are packed already. Over HTTPS too: form tokens differ from answer to answer,
    // and the cookie of a stay goes along with nothing that another site asks for, so that nobody can try letters against a page.
    static void Compress(ResponseCompressionOptions packing)
    {
        packing.EnableForHttps = true;
        packing.MimeTypes = ["text/html", "text/css", "text/javascript"];
    }

    // What needs no sign-in: tests/admin/Rights has the same list.
    static void MapOpen(RouteGroupBuilder open)
    {
        Stylesheet.MapStylesheet(open);
        WorkPages.MapScript(open);
        LanguageSwitch.MapLanguageSwitch(open);
        SignInSetup.MapDoors(open);
    }

    static void MapPages(RouteGroupBuilder pages)
    {
        OverviewPages.MapOverview(pages);
        RoundPages.MapRounds(pages);
        ChangePages.MapChanges(pages);
        AnswerPages.MapAnswers(pages);
        FilePages.MapFiles(pages);
        SimulatorPages.MapSimulator(pages);
        ApplicationPages.MapApplications(pages);
        SelectionPages.MapSelection(pages);
        LessonPages.MapLessons(pages);
        FeedbackPages.MapFeedback(pages);
        ReportPages.MapReport(pages);
        AsidePages.MapAside(pages);
        ChannelPages.MapChannels(pages);
        SafetyPages.MapSafety(pages);
        PrivacyPages.MapPrivacy(pages);
        PeoplePages.MapPeople(pages);
        ErasePages.MapErasures(pages);
        SearchPages.MapSearch(pages);
        WorkPages.MapWorks(pages);
        MyAccountPages.MapMyAccount(pages);
        AccountPages.MapAccounts(pages);
        AuditPages.MapAudit(pages);
        pages.Map("/{**path}", (string path) => Pages.Problem("404.1", "console.problem.page", ("path", path))).WithMetadata(new Needs(Right.Enter));
    }
}
