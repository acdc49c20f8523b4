using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Given;

/// <summary>A Cloud API server of our own with state: people write and press, each post is signed and comes again until it is taken; every request of ours is held against the specification.</summary>
sealed class FakeMeta : IAsyncDisposable
{
    public const string AppSecret = "fake-app-secret";
    public const string AccessToken = "EAAfake-access-token";
    public const string PhoneNumberId = "106540352242922";
    public const string Number = "15550783881";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly WebApplication server;
    readonly FakeMetaSpecification? specification = FakeMetaSpecification.Found;
    readonly HttpClient line = new();
    readonly ConcurrentQueue<FakeMetaCall> calls = [];
    readonly ConcurrentQueue<string> violations = [];
    readonly ConcurrentDictionary<string, ConcurrentQueue<FakeMetaFault>> faults = [];
    readonly ConcurrentDictionary<string, Channel<FakeWhatsAppMessage>> people = [];
    readonly CancellationTokenSource closed = new();

    FakeMeta()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost($"/v23.0/{PhoneNumberId}/messages", (HttpContext http) => AnswerAsync(http, "messages", SendAsync));
        server.MapPost($"/v23.0/{PhoneNumberId}/media", (HttpContext http) => AnswerAsync(http, "media", UploadAsync));
        server.MapGet("/v23.0/{id}", (HttpContext http, string id) => AnswerAsync(http, "file", _ => Known(id)));
        server.MapGet("/files/away", () => Results.Redirect("http://127.0.0.2:9/internal"));
        server.MapGet("/files/near/{id}", (string id) => Results.Redirect($"/files/{id}"));
        server.MapGet("/files/{id}", (HttpContext http, string id) => BytesAsync(http, id));
    }

    public string BaseUrl => server.Urls.First() + "/v23.0";

    /// <summary>Where the bot takes posts.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>What in our requests the specification forbids; must stay empty.</summary>
    public IReadOnlyList<string> Violations => [.. violations];

    public IReadOnlyList<FakeMetaCall> Calls => [.. calls];

    /// <summary>Files that people sent, by their ids.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = [];

    /// <summary>Where Meta says that a file is, instead of where it is.</summary>
    public string? FilesElsewhere { get; set; }

    public static async Task<FakeMeta> StartAsync()
    {
        var meta = new FakeMeta();
        await meta.server.StartAsync();
        return meta;
    }

    /// <summary>What happened is posted until the bot has taken it.</summary>
    public async Task HappensAsync(JsonObject post)
    {
        using var over = new CancellationTokenSource(Patience);
        while (await PostAsync(post.ToJsonString()) != 200)
            await Task.Delay(20, over.Token);
    }

    /// <summary>The status by which the bot answers one post.</summary>
    /// <param name="signature">Null for the right one.</param>
    public async Task<int> PostAsync(string body, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new StringContent(body, null, "application/json") };
        // A body that is too large is refused before it is sent.
        request.Headers.ExpectContinue = body.Length > 1024 * 1024;
        request.Headers.TryAddWithoutValidation("X-Hub-Signature-256", signature ?? Signature(body));
        using var answer = await line.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public static string Signature(string body, string secret = AppSecret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>The next message to the person.</summary>
    public async Task<FakeWhatsAppMessage> NextAsync(string person)
    {
        using var over = new CancellationTokenSource(Patience);
        return await Person(person).Reader.ReadAsync(over.Token);
    }

    /// <summary>The next request of the path goes wrong: messages, media, file.</summary>
    public void FailNext(string path, params FakeMetaFault[] next)
    {
        foreach (var fault in next)
            faults.GetOrAdd(path, _ => []).Enqueue(fault);
    }

    /// <summary>The server is gone: connections are refused from now on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (closed.IsCancellationRequested)
            return;
        await closed.CancelAsync();
        line.Dispose();
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    Channel<FakeWhatsAppMessage> Person(string person) => people.GetOrAdd(person.TrimStart('+'), _ => Channel.CreateUnbounded<FakeWhatsAppMessage>());

    async Task AnswerAsync(HttpContext http, string path, Func<FakeMetaCall, JsonObject?> answer)
    {
        var call = await CallAsync(http, path);
        calls.Enqueue(call);
        var fault = faults.TryGetValue(path, out var waiting) && waiting.TryDequeue(out var next) ? next
            : call.Authorization == $"Bearer {AccessToken}" ? null : new FakeMetaFault(401, 190, "Invalid OAuth access token");
        if (path == "messages" && specification is not null)
            foreach (var wrong in await specification.CheckAsync(call.Body))
                violations.Enqueue(wrong);
        if (fault is { IsReset: true })
            http.Abort();
        else if (fault is { Status: > 0 })
            await RefuseAsync(http, fault);
        else if (answer(call) is not { } found)
            await RefuseAsync(http, new FakeMetaFault(400, 100, "Unsupported get request", 33));
        else
        {
            await Task.Delay(fault?.Slow ?? TimeSpan.Zero, closed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WriteAsync(http, 200, found.ToJsonString());
        }
    }

    static async Task<FakeMetaCall> CallAsync(HttpContext http, string path)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (http.Request.HasFormContentType)
        {
            var form = await http.Request.ReadFormAsync();
            using var file = new MemoryStream();
            await form.Files[0].CopyToAsync(file);
            return new FakeMetaCall(path, authorization, new JsonObject { ["type"] = (string?)form["type"], ["messaging_product"] = (string?)form["messaging_product"] }, file.ToArray());
        }

        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        return new FakeMetaCall(path, authorization, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject(), []);
    }

    JsonObject SendAsync(FakeMetaCall call)
    {
        var message = FakeWhatsAppMessage.Of(FakeMetaPeople.NewId(), call.Body);
        Person(message.To).Writer.TryWrite(message);
        return FakeMetaSpecification.Taken(message);
    }

    JsonObject UploadAsync(FakeMetaCall call)
    {
        var id = $"90{calls.Count:000}";
        Files[id] = call.File;
        return new JsonObject { ["id"] = id };
    }

    JsonObject? Known(string id) => !Files.TryGetValue(id, out var file) ? null : new JsonObject
    {
        ["messaging_product"] = "whatsapp",
        ["url"] = FilesElsewhere ?? $"{server.Urls.First()}/files/{id}",
        ["mime_type"] = "image/jpeg",
        ["file_size"] = file.Length,
        ["id"] = id,
    };

    Task BytesAsync(HttpContext http, string id) =>
        http.Request.Headers.Authorization == $"Bearer {AccessToken}" && Files.TryGetValue(id, out var file)
            ? http.Response.Body.WriteAsync(file).AsTask()
            : WriteAsync(http, 401, "{}");

    static Task RefuseAsync(HttpContext http, FakeMetaFault fault)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = JsonSerializer.Serialize(seconds);
        return fault.Code == 0
            ? WriteAsync(http, fault.Status, $"<html><body>{fault.Status}</body></html>", "text/html")
            : WriteAsync(http, fault.Status, FakeMetaSpecification.Refused(fault).ToJsonString());
    }

    static Task WriteAsync(HttpContext http, int status, string text, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text);
    }
}
