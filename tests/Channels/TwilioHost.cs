using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RbcBot.Bot.Channels.Twilio;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Channels;

/// <summary>WhatsApp and SMS by Twilio alone, over a real server, between the fake Twilio and an inbox in memory.</summary>
sealed class TwilioHost : IAsyncDisposable
{
    public const string Keza = "+250788000001";

    readonly WebApplication app;

    TwilioHost(FakeTwilio twilio, string publicUrl, int timeoutSeconds)
    {
        Twilio = twilio;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(Settings(twilio.BaseUrl)).AddInMemoryCollection(new Dictionary<string, string?> { ["Twilio:PublicUrl"] = publicUrl, ["Twilio:TimeoutSeconds"] = $"{timeoutSeconds}" });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IInbox>(Inbox).AddSingleton<IOutbox>(Outbox).AddSingleton(TimeProvider.System).AddSingleton<ICatalogues>(new ListedCatalogue(new InMemoryRounds())).AddTwilio(builder.Configuration);
        app = builder.Build();
        app.MapTwilio();
        // Where the signed samples were posted to.
        app.MapPost("/webhooks/twilio/status", (HttpContext http, TwilioDoor door, TwilioPosts posts) => door.TakeAsync(http, form => posts.ReportedAsync(form, "")));
        app.MapPost("/webhooks/twilio/{kind}", (HttpContext http, TwilioDoor door, TwilioPosts posts) => door.TakeAsync(http, posts.SaidAsync));
    }

    public FakeTwilio Twilio { get; }

    public InMemoryInbox Inbox { get; } = new();

    public KeptReports Outbox { get; } = new();

    public KeptLog Log { get; } = new();

    public string Url => app.Urls.First();

    /// <summary>All that Twilio needs.</summary>
    public static Dictionary<string, string?> Settings(string baseUrl) => new()
    {
        ["Twilio:AccountSid"] = FakeTwilio.Account,
        ["Twilio:AuthToken"] = FakeTwilio.Token,
        ["Twilio:PublicUrl"] = FakeTwilio.PublicUrl,
        ["Twilio:BaseUrl"] = baseUrl,
        ["Twilio:ContentBaseUrl"] = baseUrl,
        ["Twilio:WhatsAppFrom"] = "whatsapp:" + FakeTwilio.Number,
        ["Twilio:SmsFrom"] = "RBC",
        ["Twilio:MessagesPerSecondEach"] = "1000",
        ["Twilio:Templates:reminder:en"] = FakeTwilio.Approved,
    };

    public static async Task<TwilioHost> StartAsync(string publicUrl = FakeTwilio.PublicUrl, int timeoutSeconds = 20)
    {
        var host = new TwilioHost(await FakeTwilio.StartAsync(), publicUrl, timeoutSeconds);
        await host.app.StartAsync();
        host.Twilio.BotUrl = host.Url;
        return host;
    }

    public IChannel Channel(string word) => app.Services.GetServices<IChannel>().Single(channel => channel.Name == word);

    public Task<Delivery> SendAsync(Outbound message, string channel = "whatsapp") =>
        Channel(channel).SendAsync(new Sending("a-b_c/0000000007", new Address(channel, Keza), 7, message, SendState.Pending, 0, default, ""), null, CancellationToken.None);

    public Task<FakeWhatsAppMessage> NextAsync() => Twilio.NextAsync(Keza);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Twilio.DisposeAsync();
        Assert.Empty(Twilio.Violations);
        Assert.DoesNotContain(Log.Lines, line => line.Contains(FakeTwilio.Token, StringComparison.Ordinal));
    }
}
