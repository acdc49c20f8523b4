using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Admin;
using RbcBot.Admin.SignIn;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Given;

/// <summary>The console on a free port of this machine, over lists instead of a store.</summary>
sealed class ConsoleWorld : IAsyncDisposable
{
    readonly WebApplication app;

    ConsoleWorld(WebApplication app) => this.app = app;

    public InMemoryRounds Rounds { get; private init; } = new();

    public InMemoryRecords Records { get; } = new();

    public InMemoryPeople People { get; } = new();

    public InMemoryAccounts Accounts { get; } = new();

    /// <summary>The first administrator's phone.</summary>
    public AuthenticatorApp Phone { get; private init; } = new(TimeProvider.System);

    public InMemorySelections Selections { get; } = new();

    public ListedMedia Media { get; } = new();

    public InMemoryAside Aside { get; } = new();

    public InMemoryDeliveries Deliveries { get; } = new();

    public InMemoryAudit Audit { get; } = new();

    public ListedPairings Pairings { get; } = new();

    public AskedErasures Erasures { get; } = new();

    /// <summary>The roles that everybody who is signed in has from now on, whatever she has by her account; null leaves them.</summary>
    public IReadOnlyList<Role>? Roles { get; set; }

    /// <summary>Every endpoint of the console.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>What templates cost.</summary>
    public TemplateBudget Budget { get; set; } = TemplateBudget.None;

    public InMemorySafety Safety { get; } = new();

    public InMemoryPrivacy Privacy { get; } = new();

    public RecordingInbox Inbox { get; } = new();

    public required ListedCatalogue Catalogue { get; init; }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "";

    /// <summary>Every door of the console.</summary>
    public IReadOnlyList<RouteEndpoint> Doors => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public string FirstRunLink => app.Services.GetRequiredService<FirstRunToken>().Link(Url);

    public static async Task<ConsoleWorld> StartAsync(string url = "http://127.0.0.1:0", int signInsPerMinute = 1000, TimeProvider? clock = null, int exportsPerHour = 1000)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddConsole(new ConsoleOptions { TelegramName = "rbc_example_bot", SignInsPerMinute = signInsPerMinute, ExportsPerHour = exportsPerHour, PasswordRounds = 1000 });

        builder.Services.AddSingleton(clock ?? TimeProvider.System);

        var world = Register(builder, clock ?? TimeProvider.System);
        world.app.MapConsole();
        await world.app.StartAsync();
        return world;
    }

    public const string Name = "Claire", Password = "a calm long sentence";

    /// <summary>A browser that has made the first administrator, set up her second factor and is signed in: by the real pages.</summary>
    public async Task<ConsoleBrowser> SignedInAsync()
    {
        var browser = new ConsoleBrowser(Url);
        await browser.BecomeAdministratorAsync(FirstRunLink, Phone);
        await browser.GetAsync("/console");
        return browser;
    }

    /// <summary>A browser that has made the first administrator and is asked to set up her second factor.</summary>
    public async Task<ConsoleBrowser> FirstAsync()
    {
        var browser = new ConsoleBrowser(Url);
        await browser.BeginAsync(FirstRunLink);
        return browser;
    }

    /// <summary>Signs the first administrator in by password and code.</summary>
    public async Task<ConsoleBrowser> SignInAsync(ConsoleBrowser? browser = null, string to = "/console")
    {
        browser ??= new ConsoleBrowser(Url);
        await browser.GetAsync("/console/sign-in");
        await browser.SubmitAsync("/console/sign-in", ("name", Name), ("password", Password), ("to", to));
        await browser.SubmitAsync("/console/sign-in/code", ("code", Phone.NextCode()), ("to", to));
        return browser;
    }

    /// <summary>Somebody who was invited and has her password; her second factor, if her role asks for one, is not set up.</summary>
    public async Task<ConsoleBrowser> InvitedAsync(ConsoleBrowser administrator, string name, params Role[] roles)
    {
        await administrator.GetAsync("/console/accounts");
        await administrator.SubmitAsync("/console/accounts/invite", [("name", name), .. roles.Select(role => ("role", role.ToString()))]);
        return await TakeAsync(InvitationIn(administrator.Html));
    }

    /// <summary>Follows an invitation's link and chooses the password.</summary>
    public async Task<ConsoleBrowser> TakeAsync(string token)
    {
        var browser = new ConsoleBrowser(Url);
        await browser.GetAsync("/console/invitation?token=" + token);
        await browser.SubmitAsync("/console/invitation", ("token", token), ("password", Password), ("again", Password));
        return browser;
    }

    /// <summary>The secret of the link that a page shows.</summary>
    public static string InvitationIn(string html) => html.Split("invitation?token=")[1][..32];

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    static ConsoleWorld Register(WebApplicationBuilder builder, TimeProvider clock)
    {
        ConsoleWorld? world = null;
        builder.Services
            .AddSingleton<IRounds>(_ => world!.Rounds).AddSingleton<IRecords>(_ => world!.Records).AddSingleton<IRegister>(_ => new InMemoryRegister(world!.Records))
            .AddSingleton<IAccounts>(_ => world!.Accounts).AddSingleton<IStays>(_ => world!.Accounts).AddSingleton<IInvitations>(_ => world!.Accounts)
            .AddSingleton<IEnrolments>(_ => world!.People)
            .AddSingleton<ISelections>(_ => world!.Selections).AddSingleton<IAside>(_ => world!.Aside).AddSingleton<IDeliveries>(_ => world!.Deliveries).AddSingleton<IChannelHealth>(_ => world!.Deliveries).AddSingleton<ITemplateUses>(_ => world!.Deliveries).AddSingleton(_ => world!.Budget)
            .AddSingleton<IAudit>(_ => world!.Audit).AddSingleton<IAuditTrail>(_ => world!.Audit).AddSingleton(InMemoryAudit.Keys).AddSingleton<IPairings>(_ => world!.Pairings).AddSingleton<IErasures>(_ => world!.Erasures)
            .AddScoped<IClaimsTransformation>(_ => new GivenRoles(() => world!.Roles))
            .AddSingleton<ISafetyAlerts>(_ => world!.Safety).AddSingleton<ISafetySettings>(_ => world!.Safety)
            .AddSingleton<IPrivacySettings>(_ => world!.Privacy).AddSingleton<IBreaches>(_ => world!.Privacy).AddSingleton<IRetentionReports>(_ => world!.Privacy)
            .AddSingleton<IMedia>(_ => world!.Media).AddSingleton<IInbox>(_ => world!.Inbox).AddSingleton<ICatalogues>(_ => world!.Catalogue)
            .AddSingleton(Flows.All);
        var rounds = new InMemoryRounds();
        return world = new ConsoleWorld(builder.Build()) { Rounds = rounds, Catalogue = new ListedCatalogue(rounds), Phone = new AuthenticatorApp(clock) };
    }
}
