using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Given;

/// <summary>A server of ours that is Twilio with state: contents, messages, people who write and press; every post is signed, every request of ours held against the specification.</summary>
sealed class FakeTwilio : IAsyncDisposable, IWhatsAppWorld
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string Number = "+14155238886";
    public const string PublicUrl = "https://bot.example.rw";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly WebApplication server;
    readonly HttpClient line = new();
    readonly ConcurrentDictionary<string, Channel<FakeWhatsAppMessage>> people = [];
    readonly ConcurrentQueue<FakeTwilioFault> faults = [];
    int last;

    FakeTwilio()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost($"/2010-04-01/Accounts/{Account}/Messages.json", SendAsync);
        server.MapGet($"/2010-04-01/Accounts/{Account}/Messages/{{message}}/Media/{{media}}", (HttpContext http, string media) =>
            http.Response.StatusCode = IsKnown(http) ? Redirect(http, media) : StatusCodes.Status401Unauthorized);
        server.MapPost("/v1/Content", MakeAsync);
        server.MapGet("/v1/Content", () => new { contents = Contents.Select(content => new { sid = content.Key, friendly_name = (string?)content.Value["friendly_name"] }) });
    }

    public string BaseUrl => server.Urls.First();

    /// <summary>Where the bot listens.</summary>
    public string BotUrl { get; set; } = "";

    /// <summary>What in our requests the specification forbids; must stay empty.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>What was made, by its id.</summary>
    public ConcurrentDictionary<string, JsonObject> Contents { get; } = [];

    /// <summary>Forms that we posted, in order.</summary>
    public ConcurrentQueue<IFormCollection> Sent { get; } = [];

    /// <summary>Where a file is, by its id, when somebody who is known asks for it.</summary>
    public Dictionary<string, string> Files { get; } = [];

    public static async Task<FakeTwilio> StartAsync()
    {
        var twilio = new FakeTwilio();
        await twilio.server.StartAsync();
        return twilio;
    }

    /// <summary>The next requests go wrong.</summary>
    public void FailNext(params FakeTwilioFault[] next) => Array.ForEach(next, faults.Enqueue);

    public async Task<FakeWhatsAppMessage> NextAsync(string person)
    {
        using var over = new CancellationTokenSource(Patience);
        return await Person(person).Reader.ReadAsync(over.Token);
    }

    public Task SayAsync(string person, string words) => HappensAsync("/twilio/messages", [.. Said(person), new("Body", words)]);

    public async Task PressAsync(string person, FakeWhatsAppMessage asked, FakeWhatsAppOption option)
    {
        KeyValuePair<string, string>[] fields = asked.Opener.Length > 0
            ? [.. Said(person), new("ListId", option.Payload), new("ListTitle", option.Title), new("Body", option.Title)]
            : [.. Said(person), new("ButtonPayload", option.Payload), new("ButtonText", option.Title), new("Body", option.Title)];
        await HappensAsync("/twilio/messages", fields);
        await HappensAsync("/twilio/messages", fields);
    }

    public async Task ReadAsync(string person, FakeWhatsAppMessage message)
    {
        foreach (var status in new[] { "read", "delivered" })
            await HappensAsync("/twilio/status", [new("MessageSid", message.Id), new("MessageStatus", status), new("To", $"whatsapp:{person}"), new("AccountSid", Account)]);
    }

    /// <summary>What happened is posted until the bot has taken it.</summary>
    public async Task HappensAsync(string path, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var over = new CancellationTokenSource(Patience);
        while (await PostAsync(path, fields) != 200)
            await Task.Delay(20, over.Token);
    }

    /// <summary>The status by which the bot answers one post.</summary>
    /// <param name="signature">Null for the right one.</param>
    public async Task<int> PostAsync(string path, IReadOnlyList<KeyValuePair<string, string>> fields, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, BotUrl + path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature ?? Signature(PublicUrl + path, fields));
        using var answer = await line.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>What a message from the person carries, whatever it says.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Said(string person) =>
        [new("MessageSid", NewId("SM")), new("AccountSid", Account), new("From", $"whatsapp:{person}"), new("To", $"whatsapp:{Number}"), new("NumMedia", "0"), new("ProfileName", "Keza")];

#pragma warning disable CA5350 // Twilio's choice.
    /// <summary>How Twilio signs a form.</summary>
    public static string Signature(string url, IEnumerable<KeyValuePair<string, string>> fields) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value)))));
#pragma warning restore CA5350

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
    }

    Channel<FakeWhatsAppMessage> Person(string person) => people.GetOrAdd(person.Replace("whatsapp:", "", StringComparison.Ordinal), _ => Channel.CreateUnbounded<FakeWhatsAppMessage>());

    string NewId(string kind) => kind + Interlocked.Increment(ref last).ToString("x32", CultureInfo.InvariantCulture);

    async Task SendAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        Sent.Enqueue(form);
        FakeTwilioSpecification.Found?.Check(form).ToList().ForEach(Violations.Enqueue);
        if (await FailsAsync(http))
            return;
        var message = FakeTwilioMessage.Of(NewId("SM"), form, Contents);
        Person(message.To).Writer.TryWrite(message);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { sid = message.Id, account_sid = Account, status = "queued", to = message.To, error_code = (int?)null });
    }

    async Task MakeAsync(HttpContext http)
    {
        var content = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (FakeTwilioSpecification.Found is { } specification)
            foreach (var wrong in await specification.CheckAsync(content))
                Violations.Enqueue(wrong);
        if (await FailsAsync(http))
            return;
        var sid = NewId("HX");
        Contents[sid] = content;
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsJsonAsync(new { sid, friendly_name = (string?)content["friendly_name"] });
    }

    async Task<bool> FailsAsync(HttpContext http)
    {
        var fault = IsKnown(http) ? (faults.TryDequeue(out var next) ? next : null) : new FakeTwilioFault(401, 20003);
        if (fault is null)
            return false;
        if (fault.IsReset)
        {
            http.Abort();
            return true;
        }
        http.Response.StatusCode = fault.Status;
        if (fault.Body is not null)
            await http.Response.WriteAsync(fault.Body);
        else if (fault.Code > 0)
            await http.Response.WriteAsJsonAsync(new { code = fault.Code, message = "Said by the fake", status = fault.Status });
        return true;
    }

    int Redirect(HttpContext http, string media)
    {
        http.Response.Headers.Location = Files[media];
        return StatusCodes.Status307TemporaryRedirect;
    }

    static bool IsKnown(HttpContext http) =>
        http.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}"));
}

/// <summary>What the fake Twilio does instead of taking a message.</summary>
/// <param name="Body">As it is; null for one that tells the code.</param>
sealed record FakeTwilioFault(int Status, int Code = 0, string? Body = null, bool IsReset = false);
