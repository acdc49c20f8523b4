using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RbcBot.Admin.Applications;
using RbcBot.Admin.Aside;
using RbcBot.Admin.Channels;
using RbcBot.Admin.Feedback;
using RbcBot.Admin.Lessons;
using RbcBot.Admin.Overview;
using RbcBot.Admin.People;
using RbcBot.Admin.Report;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
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
        services.AddHttpContextAccessor();
        services.AddScoped<Visit>();
        services.AddSingleton<ExportLimit>();
        services.AddSingleton<Rehearsals>().AddScoped<Rehearsing>();
        services.AddRazorComponents();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "rbc-form";
            form.Cookie.Path = "/console";
            form.Cookie.SameSite = SameSiteMode.Strict;
        });
        return services.AddSignIn(options);
    }

    /// <summary>Maps every page under /console; all but the door and the stylesheet want a signed-in administrator.</summary>
    public static void MapConsole(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/console"), console => console.Use(Edge.PassAsync));
        app.UseAuthentication();
        app.UseAuthorization();

        var console = app.MapGroup("/console").AddEndpointFilter<FormGuard>().WithMetadata(BodyLimit.Form);
        console.WithRequestTimeout(LongestAnswer);
        Stylesheet.MapStylesheet(console);
        LanguageSwitch.MapLanguageSwitch(console);
        Door.MapDoor(console);
        FirstRun.MapFirstRun(console);

        MapPages(console.MapGroup("").RequireAuthorization(SignInSetup.Policy));
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
        PeoplePages.MapPeople(pages);
        pages.Map("/{**path}", (string path) => Pages.Problem("404.1", "console.problem.page", ("path", path)));
    }
}
