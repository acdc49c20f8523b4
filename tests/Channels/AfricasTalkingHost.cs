using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.AfricasTalking;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>Africa's Talking alone, over a real server, between its callbacks and an inbox in memory.</summary>
sealed class AfricasTalkingHost : IAsyncDisposable
{
    public const string Secret = "a-secret_of-the-tests";

    readonly WebApplication app;
    readonly HttpClient line = new();

    AfricasTalkingHost(string addresses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AfricasTalking:Secret"] = Secret, ["AfricasTalking:Addresses"] = addresses });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(Inbox).AddSingleton<IOutbox>(Outbox).AddSingleton(TimeProvider.System).AddSingleton<ICatalogues>(new ListedCatalogue(new InMemoryRounds())).AddAfricasTalking(builder.Configuration);
        app = builder.Build();
        app.MapAfricasTalking();
    }

    public InMemoryInbox Inbox { get; } = new();

    public KeptReports Outbox { get; } = new();

    public KeptLog Log { get; } = new();

    public static async Task<AfricasTalkingHost> StartAsync(string addresses = "")
    {
        var host = new AfricasTalkingHost(addresses);
        await host.app.StartAsync();
        return host;
    }

    public Task<HttpStatusCode> PostAsync(string kind, params (string Name, string Value)[] fields) => PostAsync(Secret, kind, fields);

    public async Task<HttpStatusCode> PostAsync(string secret, string kind, (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PostAsync(secret, kind, form);
    }

    public async Task<HttpStatusCode> PostAsync(string secret, string kind, HttpContent body)
    {
        using var answer = await line.PostAsync(new Uri($"{app.Urls.First()}/africastalking/{secret}/{kind}"), body);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Assert.DoesNotContain(Log.Lines, written => written.Contains(Secret, StringComparison.Ordinal) || written.Contains("ibanga", StringComparison.Ordinal));
    }
}
