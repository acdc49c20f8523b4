using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Given;

/// <summary>A Bot API server of our own with state: people say and press things, the bot polls or is posted to, every request is held against the specification.</summary>
sealed class FakeTelegram : IAsyncDisposable
{
    public const string Token = "123456:fake-token";
    public const string BotName = "rbc_fake_bot";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly WebApplication server;
    readonly FakeTelegramSpecification? specification = FakeTelegramSpecification.Found;
    readonly FakeTelegramUpdates updates = new();
    readonly FakeTelegramMethods methods;
    readonly ConcurrentQueue<FakeTelegramCall> calls = [];
    readonly ConcurrentQueue<string> violations = [];
    readonly ConcurrentDictionary<string, ConcurrentQueue<FakeTelegramFault>> faults = [];
    readonly ConcurrentDictionary<string, FakeTelegramFault> outages = [];
    readonly CancellationTokenSource closed = new();
    Task posting = Task.CompletedTask;

    FakeTelegram()
    {
        methods = new FakeTelegramMethods(updates);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/file/bot{token}/{**path}", (string path) => methods.Files.TryGetValue(Path.GetFileNameWithoutExtension(path), out var file) ? Results.Bytes(file) : Results.NotFound());
        server.Map("/bot{token}/{method}", (HttpContext http, string token, string method) => AnswerAsync(http, token, method));
    }

    public string BaseUrl => server.Urls.First();

    /// <summary>False when ../shared is absent: then Violations says nothing about the specification.</summary>
    public bool HasSpecification => specification is not null;

    /// <summary>What in our requests the specification forbids; must stay empty.</summary>
    public IReadOnlyList<string> Violations => [.. violations];

    public IReadOnlyList<FakeTelegramCall> Calls => [.. calls];

    /// <summary>The clock by which calls are dated.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public FakeTelegramMethods State => methods;

    /// <summary>How many updates the bot has not confirmed yet.</summary>
    public int Unconfirmed => updates.Count;

    public static async Task<FakeTelegram> StartAsync()
    {
        var telegram = new FakeTelegram();
        await telegram.server.StartAsync();
        telegram.posting = telegram.PostAsync();
        return telegram;
    }

    public int Says(long chat, string text) => updates.Add(FakeTelegramPeople.Said(chat, text));

    /// <summary>Presses the button with the label under the newest message that has it.</summary>
    public int Presses(long chat, string label)
    {
        var message = methods.Messages(chat).LastOrDefault(each => each.Payload(label) is not null)
            ?? throw new InvalidOperationException($"No button \"{label}\" in chat {chat}.");
        return updates.Add(FakeTelegramPeople.Pressed(message, message.Payload(label)!));
    }

    /// <summary>Anything else that happens: see FakeTelegramPeople.</summary>
    public int Happens(JsonObject update) => updates.Add(update);

    /// <summary>The next message, or edited message, to the chat.</summary>
    public async Task<FakeTelegramMessage> NextAsync(long chat)
    {
        using var over = new CancellationTokenSource(Patience);
        return await methods.Chat(chat).Reader.ReadAsync(over.Token);
    }

    /// <summary>Waits until the bot has called the method so often.</summary>
    public async Task<FakeTelegramCall> CalledAsync(string method, int times = 1)
    {
        using var over = new CancellationTokenSource(Patience);
        while (calls.Count(each => each.Method == method) < times)
            await Task.Delay(10, over.Token);
        return calls.Where(each => each.Method == method).ElementAt(times - 1);
    }

    /// <summary>The next request of the method goes wrong.</summary>
    public void FailNext(string method, FakeTelegramFault fault) => faults.GetOrAdd(method, _ => []).Enqueue(fault);

    /// <summary>Every request of the method goes wrong until the fault is null.</summary>
    public void FailAll(string method, FakeTelegramFault? fault)
    {
        outages.TryRemove(method, out _);
        if (fault is not null)
            outages[method] = fault;
    }

    /// <summary>The server is gone: connections are refused from now on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closed.IsCancellationRequested)
            return;
        await closed.CancelAsync();
        await posting;
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    async Task AnswerAsync(HttpContext http, string token, string method)
    {
        var body = await BodyAsync(http);
        calls.Enqueue(new FakeTelegramCall(method, body, Clock.GetUtcNow()));
        var fault = faults.TryGetValue(method, out var waiting) && waiting.TryDequeue(out var next) ? next
            : outages.TryGetValue(method, out var outage) ? outage
            : token == Token ? null : new FakeTelegramFault(401, "Unauthorized");
        if (specification is not null)
            foreach (var wrong in await specification.CheckAsync(method, body))
                violations.Enqueue(wrong);
        if (fault is { IsReset: true })
            http.Abort();
        else if (fault is { Status: > 0 })
            await RefuseAsync(http, fault);
        else
            await DoAsync(http, method, body, fault?.Slow ?? TimeSpan.Zero, fault?.IsTrickle == true);
    }

    async Task DoAsync(HttpContext http, string method, JsonObject body, TimeSpan slow, bool isTrickle)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(closed.Token, http.RequestAborted);
        var (result, fault) = await methods.DoAsync(method, body, over.Token);
        await Task.Delay(slow, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isTrickle)
            await FakeTelegramTrickle.WriteAsync(http, over.Token);
        if (fault is not null)
            await RefuseAsync(http, fault);
        else
            await WriteAsync(http, 200, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());
    }

    static Task RefuseAsync(HttpContext http, FakeTelegramFault fault)
    {
        if (fault.IsPage)
            return WriteAsync(http, fault.Status, $"<html><body><h1>{fault.Status} {fault.Description}</h1></body></html>", "text/html");
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = fault.Status, ["description"] = fault.Description };
        if (fault.RetryAfter is not null)
            answer["parameters"] = new JsonObject { ["retry_after"] = fault.RetryAfter };
        return WriteAsync(http, fault.Status, answer.ToJsonString());
    }

    static async Task WriteAsync(HttpContext http, int status, string text, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text);
    }

    // Kestrel puts chunks together, as the real server does.
    static async Task<JsonObject> BodyAsync(HttpContext http)
    {
        if (http.Request.HasFormContentType)
            return FakeTelegramForm.Body(await http.Request.ReadFormAsync());
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    // With a webhook: one update at a time, again until it is taken.
    async Task PostAsync()
    {
        using var line = new HttpClient();
        while (!closed.IsCancellationRequested)
        {
            var waiting = methods.Webhook is null ? [] : await updates.TakeAsync(0, 1, TimeSpan.FromMilliseconds(50), closed.Token);
            if (waiting is [var update] && methods.Webhook is { } url && await PostAsync(line, url, update))
                updates.RemoveBelow((int)update["update_id"]! + 1);
            else
                await Task.Delay(20, closed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> PostAsync(HttpClient line, Uri url, JsonObject update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(update.ToJsonString(), null, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", methods.Secret);
        try
        {
            using var answer = await line.SendAsync(request, closed.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
