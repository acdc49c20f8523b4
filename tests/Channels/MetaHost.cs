using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.Meta;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>WhatsApp by Meta alone, over a real server, between the fake Meta and an inbox in memory.</summary>
sealed class MetaHost : IAsyncDisposable
{
    public const string VerifyToken = "words of the tests";
    public const string Keza = "250788000001";
    public static readonly Address KezaAddress = new("whatsapp", "+" + Keza);

    readonly WebApplication app;

    MetaHost(FakeMeta meta, int timeoutSeconds)
    {
        Meta = meta;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(Settings(meta.BaseUrl, timeoutSeconds));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ICatalogues>(Catalogue).AddSingleton<IInbox>(Inbox).AddSingleton<IAside>(Aside).AddSingleton<IOutbox>(Outbox)
            .AddSingleton(TimeProvider.System).AddMeta(builder.Configuration);
        app = builder.Build();
        app.MapMeta();
    }

    public FakeMeta Meta { get; }

    public InMemoryInbox Inbox { get; } = new();

    public InMemoryAside Aside { get; } = new();

    public KeptReports Outbox { get; } = new();

    public ListedCatalogue Catalogue { get; } = new(new InMemoryRounds());

    public KeptLog Log { get; } = new();

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public Uri WebhookUrl => new(app.Urls.First() + "/meta/webhook");

    /// <summary>All that Meta needs.</summary>
    public static Dictionary<string, string?> Settings(string baseUrl, int timeoutSeconds = 20) => new()
    {
        ["Meta:AppSecret"] = FakeMeta.AppSecret,
        ["Meta:VerifyToken"] = VerifyToken,
        ["Meta:AccessToken"] = FakeMeta.AccessToken,
        ["Meta:PhoneNumberId"] = FakeMeta.PhoneNumberId,
        ["Meta:BaseUrl"] = baseUrl,
        ["Meta:TimeoutSeconds"] = $"{timeoutSeconds}",
        ["Meta:MessagesPerSecondEach"] = "1000",
    };

    public static async Task<MetaHost> StartAsync(int timeoutSeconds = 20)
    {
        var host = new MetaHost(await FakeMeta.StartAsync(), timeoutSeconds);
        await host.app.StartAsync();
        host.Meta.Webhook = host.WebhookUrl;
        return host;
    }

    public Task<Delivery> SendAsync(Outbound message, string to = "+" + Keza) =>
        Channel.SendAsync(new Sending("a-b_c/0000000007", new Address("whatsapp", to), 7, message, SendState.Pending, 0, default, ""), null, CancellationToken.None);

    public Task<FakeWhatsAppMessage> NextAsync() => Meta.NextAsync(Keza);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Meta.DisposeAsync();
        Assert.Empty(Meta.Violations);
        foreach (var secret in new[] { FakeMeta.AccessToken, FakeMeta.AppSecret, VerifyToken })
            Assert.DoesNotContain(Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
