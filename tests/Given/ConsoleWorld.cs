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
using RbcBot.Core.Conversations.Nudges;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
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

    public InMemorySelections Selections { get; } = new();

    public ListedMedia Media { get; } = new();

    public InMemoryAside Aside { get; } = new();

    public InMemoryDeliveries Deliveries { get; } = new();

    /// <summary>What templates cost.</summary>
    public TemplateBudget Budget { get; set; } = TemplateBudget.None;

    public RecordingInbox Inbox { get; } = new();

    public required ListedCatalogue Catalogue { get; init; }

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "";

    /// <summary>Every door of the console.</summary>
    public IReadOnlyList<RouteEndpoint> Doors => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    public string FirstRunLink => app.Services.GetRequiredService<FirstRunToken>().Link(Url);

    public static async Task<ConsoleWorld> StartAsync(string url = "http://127.0.0.1:0", int signInsPerMinute = 1000, int exportsPerHour = 1000)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddConsole(new ConsoleOptions { TelegramName = "rbc_example_bot", SignInsPerMinute = signInsPerMinute, ExportsPerHour = exportsPerHour, PasswordRounds = 1000 });

        var world = Register(builder);
        world.app.MapConsole();
        await world.app.StartAsync();
        return world;
    }

    /// <summary>A browser that has made the first administrator and is signed in.</summary>
    public async Task<ConsoleBrowser> SignedInAsync()
    {
        var browser = new ConsoleBrowser(Url);
        await browser.GetAsync(new Uri(FirstRunLink).PathAndQuery);
        await browser.SubmitAsync("/console/first", ("token", FirstRunLink.Split('=')[1]), ("name", "Claire"), ("password", "a calm long sentence"), ("again", "a calm long sentence"));
        return browser;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    static ConsoleWorld Register(WebApplicationBuilder builder)
    {
        ConsoleWorld? world = null;
        builder.Services
            .AddSingleton<IRounds>(_ => world!.Rounds).AddSingleton<IRecords>(_ => world!.Records)
            .AddSingleton<IAdministrators>(_ => world!.People).AddSingleton<IEnrolments>(_ => world!.People)
            .AddSingleton<ISelections>(_ => world!.Selections).AddSingleton<IAside>(_ => world!.Aside).AddSingleton<IDeliveries>(_ => world!.Deliveries).AddSingleton<IChannelHealth>(_ => world!.Deliveries).AddSingleton<ITemplateUses>(_ => world!.Deliveries).AddSingleton(_ => world!.Budget)
            .AddSingleton<IMedia>(_ => world!.Media).AddSingleton<IInbox>(_ => world!.Inbox).AddSingleton<ICatalogues>(_ => world!.Catalogue)
            .AddSingleton(Flows.All);
        var rounds = new InMemoryRounds();
        return world = new ConsoleWorld(builder.Build()) { Rounds = rounds, Catalogue = new ListedCatalogue(rounds) };
    }
}
