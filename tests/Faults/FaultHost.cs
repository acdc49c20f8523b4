using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Channels.Telegram;
using RbcBot.Bot.Channels.Web;
using RbcBot.Bot.Media;
using RbcBot.Bot.Outbox;
using RbcBot.Bot.Reminders;
using RbcBot.Bot.Storage.LiteDb;
using RbcBot.Bot.Turns;
using RbcBot.Core.Conversations;
using RbcBot.Tests.Given;
using RbcBot.Tests.Stores;

namespace RbcBot.Tests.Faults;

/// <summary>The whole shell over a real store, between the web and a fake Telegram that posts to its webhook, with a clock that the test turns and a decision of the test's own.</summary>
sealed class FaultHost : IAsyncDisposable
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    readonly WebApplication app;
    readonly string folder = Directory.CreateTempSubdirectory("rbcbot-fault-").FullName;

    FaultHost(FakeTelegram telegram, Func<Conversation, Inbound, DateTimeOffset, Turn> take, (string Name, string Value)[] settings)
    {
        Telegram = telegram;
        telegram.Clock = Clock;
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Telegram:Token"] = FakeTelegram.Token,
            ["Telegram:BaseUrl"] = telegram.BaseUrl,
            // A machine that is slow is no fault that a test has asked for.
            ["Telegram:TimeoutSeconds"] = "100",
            ["Telegram:PublicUrl"] = url,
            // The clock of the tests stands: what waits for its pace would hold up every end.
            ["Outbox:DrainSeconds"] = "1",
            ["Telegram:MessagesPerSecond"] = "1000000",
        }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<ICatalogues>(new ListedCatalogue(new InMemoryRounds()))
            .AddLiteDbStorage(builder.Configuration, WebChannel.Word)
            .AddSingleton(MediaOptions.Of(builder.Configuration)).AddSingleton<MediaFolder>()
            .AddOutbox(builder.Configuration).AddTurns(builder.Configuration, _ => Count(take)).AddReminders()
            .AddWebChat().AddTelegram(builder.Configuration);
        app = builder.Build();
        app.MapWebChat();
        app.MapTelegram();
        Http.BaseAddress = new Uri(url);
    }

    /// <summary>How long the test waits for what must come.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    public FakeTelegram Telegram { get; }

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public KeptLog Log { get; } = new();

    public HttpClient Http { get; } = new();

    /// <summary>What was decided, in order, as the middle saw it: failures too.</summary>
    public IReadOnlyList<Inbound> Decided
    {
        get
        {
            lock (decided)
                return [.. decided];
        }
    }

    readonly List<Inbound> decided = [];

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<FaultHost> StartAsync(Func<Conversation, Inbound, DateTimeOffset, Turn>? take = null, params (string Name, string Value)[] settings)
    {
        var host = new FaultHost(await FakeTelegram.StartAsync(), take ?? Echo, settings);
        await host.app.StartAsync();
        return host;
    }

    /// <summary>Says what was said.</summary>
    public static Turn Echo(Conversation conversation, Inbound inbound, DateTimeOffset now) =>
        new(conversation with { Address = inbound.From }, [new Outbound(inbound.Said.Words)], [], []);

    /// <summary>Posts to the webhook as Telegram would.</summary>
    public Task<HttpStatusCode> PostAsync(JsonObject update) => PostAsync(Encoding.UTF8.GetBytes(update.ToJsonString()));

    public async Task<HttpStatusCode> PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Get<TelegramOptions>().Secret);
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Waits for it, while the clock stands.</summary>
    public Task UntilAsync(Func<bool> isSo, string what) => UntilAsync(isSo, what, TimeSpan.Zero);

    /// <summary>Waits for it, and turns the clock on by a step each time everything has come to rest for a moment.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what, TimeSpan step)
    {
        for (var since = System.Diagnostics.Stopwatch.GetTimestamp(); !isSo(); await Task.Delay(Look))
        {
            Assert.True(
                System.Diagnostics.Stopwatch.GetElapsedTime(since) < Patience,
                $"Waited in vain: {what}. Telegram has {Telegram.State.Count} messages, {Get<LiteDbOutbox>().Count} wait. {string.Join('\n', Log.Lines.TakeLast(20))}");
            if (step > TimeSpan.Zero)
                Clock.Advance(step);
        }
    }

    public Task HandledAsync() => Get<RbcBot.Bot.Inbox.Backlog>().SettledAsync(CancellationToken.None);

    public Task StopAsync() => app.StopAsync();

    /// <summary>Waits until no door is open any more: what serves is told to end right after.</summary>
    public async Task ClosedAsync()
    {
        while (true)
            try
            {
                using var line = new HttpClient { BaseAddress = Http.BaseAddress };
                using var answer = await line.GetAsync("/chat");
                await Task.Delay(Look);
            }
            catch (Exception gone) when (gone is HttpRequestException or System.Net.Sockets.SocketException)
            {
                await Task.Delay(Look * 20);
                return;
            }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Telegram.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Func<Conversation, Inbound, DateTimeOffset, Turn> Count(Func<Conversation, Inbound, DateTimeOffset, Turn> take) => (conversation, inbound, now) =>
    {
        lock (decided)
            decided.Add(inbound);
        return take(conversation, inbound, now);
    };
}
