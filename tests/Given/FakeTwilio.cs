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
    public const string SmsNumber = "+250788999999";
    public const string PublicUrl = "https://bot.example.rw";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What every file holds.</summary>
    public static readonly byte[] File = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    readonly WebApplication server;
    readonly HttpClient line = new();
    readonly ConcurrentDictionary<string, Channel<FakeWhatsAppMessage>> people = [];
    readonly ConcurrentQueue<FakeTwilioFault> faults = [];
    readonly ConcurrentQueue<JsonObject> taken = [];
    readonly ConcurrentDictionary<string, string> callbacks = [];
    int last;

    FakeTwilio()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost($"/2010-04-01/Accounts/{Account}/Messages.json", SendAsync);
        server.MapGet($"/2010-04-01/Accounts/{Account}/Messages/{{message}}/Media/{{media}}", (HttpContext http, string media) =>
            IsKnown(http) ? FileOf(media) : Results.Unauthorized());
        server.MapPost("/v1/Content", MakeAsync);
        server.MapGet($"/2010-04-01/Accounts/{Account}/Messages.json", (HttpContext http) => AnswerAsync(http, 200, "ListMessageResponse", FakeTwilioAnswer.Messages([.. taken], http.Request.Query["To"].ToString())));
        server.MapGet("/v1/Content", (HttpContext http, int? page) => AnswerAsync(http, 200, "ListContentResponse", FakeTwilioAnswer.Contents(BaseUrl, Contents, page ?? 0, MostAPage)));
    }

    public string BaseUrl => server.Urls.First();

    /// <summary>Where the bot listens.</summary>
    public string BotUrl { get; set; } = "";

    /// <summary>What in our requests the specification forbids; must stay empty.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>What was made, by its id.</summary>
    public ConcurrentDictionary<string, JsonObject> Contents { get; } = [];

    /// <summary>Contents that somebody made by hand, and that WhatsApp approved.</summary>
    public const string Approved = "HX0000000000000000000000000000aaaa";

    /// <summary>How many contents Twilio tells at once.</summary>
    public int MostAPage { get; set; } = 500;

    /// <summary>Forms that we posted, in order.</summary>
    public ConcurrentQueue<IFormCollection> Sent { get; } = [];

    /// <summary>Where a file is, by its id, when somebody who is known asks for it; "" for here.</summary>
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

    /// <summary>Writes by SMS.</summary>
    public Task TextAsync(string person, string words) =>
        HappensAsync("/twilio/messages", [new("MessageSid", NewId("SM")), new("AccountSid", Account), new("From", person), new("To", SmsNumber), new("NumMedia", "0"), new("Body", words)]);

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
            await ReportAsync(message.Id, $"whatsapp:{person}", status);
    }

    /// <summary>What becomes of an SMS, told in the wrong order.</summary>
    public async Task DeliverAsync(string person, FakeWhatsAppMessage message)
    {
        foreach (var status in new[] { "delivered", "sent" })
            await ReportAsync(message.Id, person, status);
    }

    /// <summary>What becomes of a message is posted to where the message asked for it.</summary>
    public Task ReportAsync(string message, string to, string status, string code = "") => HappensAsync(callbacks[message],
        [new("MessageSid", message), new("MessageStatus", status), new("To", to), new("AccountSid", Account), .. code.Length > 0 ? [new("ErrorCode", code)] : Array.Empty<KeyValuePair<string, string>>()]);

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
        var fault = Next(http) ?? (FakeTwilioRules.Refusal(form, Contents) is > 0 and var code ? new FakeTwilioFault(400, code) : null);
        if (fault is { IsTaken: false })
        {
            await FailAsync(http, fault);
            return;
        }

        var message = FakeTwilioMessage.Of(NewId("SM"), form, Contents);
        foreach (var wrong in FakeTwilioRules.Wrong(message))
            Violations.Enqueue(wrong);
        var answer = FakeTwilioAnswer.Message(message, form, DateTimeOffset.UtcNow);
        taken.Enqueue(answer);
        callbacks[message.Id] = form["StatusCallback"].ToString().Replace(PublicUrl, "", StringComparison.Ordinal);
        Person(message.To).Writer.TryWrite(message);
        await (fault is null ? AnswerAsync(http, StatusCodes.Status201Created, "api.v2010.account.message", answer) : FailAsync(http, fault));
    }

    async Task MakeAsync(HttpContext http)
    {
        var content = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if (FakeTwilioSpecification.Found is { } specification)
            foreach (var wrong in await specification.CheckAsync(content))
                Violations.Enqueue(wrong);
        if (Next(http) is { } fault)
        {
            await FailAsync(http, fault);
            return;
        }

        var sid = NewId("HX");
        Contents[sid] = content;
        await AnswerAsync(http, StatusCodes.Status201Created, "content.v1.content", FakeTwilioAnswer.Content(sid, content));
    }

    async Task AnswerAsync(HttpContext http, int status, string schema, JsonObject answer)
    {
        if (FakeTwilioSpecification.Found is { } specification)
            foreach (var wrong in await specification.CheckAnswerAsync(schema, answer))
                Violations.Enqueue($"The fake's own answer: {wrong}");
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(answer);
    }

    FakeTwilioFault? Next(HttpContext http) => !IsKnown(http) ? new FakeTwilioFault(401, 20003) : faults.TryDequeue(out var next) ? next : null;

    static async Task FailAsync(HttpContext http, FakeTwilioFault fault)
    {
        if (fault.IsHeld)
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        if (fault.IsHeld || fault.IsReset)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = fault.Status;
        if (fault.Body is not null)
            await http.Response.WriteAsync(fault.Body);
        else if (fault.Code > 0)
            await http.Response.WriteAsJsonAsync(new { code = fault.Code, message = "Said by the fake", status = fault.Status });
    }

    IResult FileOf(string media) => Files[media].Length > 0 ? Results.Redirect(Files[media], preserveMethod: true) : Results.Bytes(File, "image/jpeg");

    static bool IsKnown(HttpContext http) =>
        http.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}"));
}

/// <summary>What the fake Twilio does instead of taking a message.</summary>
/// <param name="Body">As it is; null for one that tells the code.</param>
/// <param name="IsReset">The line breaks.</param>
/// <param name="IsHeld">No answer comes for as long as anybody waits.</param>
/// <param name="IsTaken">The message goes out all the same.</param>
sealed record FakeTwilioFault(int Status, int Code = 0, string? Body = null, bool IsReset = false, bool IsHeld = false, bool IsTaken = false);
