using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Media;
using RbcBot.Bot.Storage;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Channels;

/// <summary>The web chat alone, over a real server, with inbox and outbox in memory.</summary>
sealed class WebHost : IAsyncDisposable
{
    public const string Session = "session_of-the-tests";

    readonly WebApplication app;
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-web-").FullName;

    WebHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(Inbox).AddSingleton<IOutbox>(Outbox).AddSingleton(TimeProvider.System)
            .AddSingleton(new StorageOptions(folder)).AddSingleton(new MediaOptions(MegabytesEach: 1, FilesEach: 3)).AddSingleton(Sample.Vault).AddSingleton<MediaFolder>()
            .AddSingleton<ICatalogues>(Catalogue).AddWebChat();
        app = builder.Build();
        app.MapWebChat();
    }

    public InMemoryInbox Inbox { get; } = new();

    public InMemoryOutbox Outbox { get; } = new();

    public ListedCatalogue Catalogue { get; } = new(new InMemoryRounds());

    /// <summary>The files that were kept.</summary>
    public IReadOnlyList<string> Kept => [.. Directory.EnumerateFiles(Path.Combine(folder, "media")).Select(path => Path.GetFileName(path))];

    public HttpClient Line { get; } = new();

    public static async Task<WebHost> StartAsync()
    {
        var host = new WebHost();
        await host.app.StartAsync();
        host.Line.BaseAddress = new Uri(host.app.Urls.First());
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(object message) => Line.PostAsJsonAsync($"/chat/{Session}/messages", message);

    public void Say(string text, params Button[] buttons) => Outbox.Say(new Address("web", Session), new Outbound(text, buttons));

    public async Task<JsonElement> EventsAsync(string query) =>
        (await Line.GetFromJsonAsync<JsonElement>($"/chat/{Session}/events{query}")).GetProperty("events");

    public async ValueTask DisposeAsync()
    {
        Line.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
