using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.Web;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>The web chat alone, over a real server, with inbox and outbox in memory.</summary>
sealed class WebHost : IAsyncDisposable
{
    public const string Session = "session_of-the-tests";

    readonly WebApplication app;

    WebHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(Inbox).AddSingleton<IOutbox>(Outbox).AddSingleton(TimeProvider.System).AddWebChat();
        app = builder.Build();
        app.MapWebChat();
    }

    public InMemoryInbox Inbox { get; } = new();

    public InMemoryOutbox Outbox { get; } = new();

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
    }
}
