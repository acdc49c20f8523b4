using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>The Telegram channel alone, over a real server, between the fake Telegram and an inbox in memory.</summary>
sealed class TelegramHost : IAsyncDisposable
{
    public const string Secret = "a-secret_of-the-tests";

    readonly WebApplication app;

    TelegramHost(FakeTelegram telegram, string publicUrl)
    {
        Telegram = telegram;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = FakeTelegram.Token,
            ["Telegram:BaseUrl"] = telegram.BaseUrl,
            ["Telegram:WebhookSecret"] = Secret,
            ["Telegram:PublicUrl"] = publicUrl,
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls(publicUrl.Length > 0 ? publicUrl : "http://127.0.0.1:0");
        builder.Services.AddSingleton<ICatalogues>(Catalogue).AddSingleton<IInbox>(Inbox).AddSingleton<IAside>(Aside).AddSingleton(TimeProvider.System).AddTelegram(builder.Configuration);
        app = builder.Build();
        app.MapTelegram();
    }

    public FakeTelegram Telegram { get; }

    public InMemoryInbox Inbox { get; } = new();

    public InMemoryAside Aside { get; } = new();

    public ListedCatalogue Catalogue { get; } = new(new InMemoryRounds());

    public KeptLog Log { get; } = new();

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public Uri WebhookUrl => new(app.Urls.First() + "/telegram/webhook");

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static Task<TelegramHost> PollingAsync() => StartAsync("");

    public static Task<TelegramHost> WithWebhookAsync() => StartAsync($"http://127.0.0.1:{FreePort.Next()}");

    public Task<Delivery> SendAsync(Outbound message, string? earlier = null) =>
        Channel.SendAsync(new Sending("a/1", new Address("telegram", "7"), 1, message, SendState.Pending, 0, default, ""), earlier, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Telegram.DisposeAsync();
        Assert.Empty(Telegram.Violations);
        Assert.DoesNotContain(Log.Lines, line => line.Contains(FakeTelegram.Token, StringComparison.Ordinal));
    }

    static async Task<TelegramHost> StartAsync(string publicUrl)
    {
        var host = new TelegramHost(await FakeTelegram.StartAsync(), publicUrl);
        await host.app.StartAsync();
        return host;
    }
}
