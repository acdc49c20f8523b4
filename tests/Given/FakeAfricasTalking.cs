using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RbcBot.Tests.Given;

/// <summary>The messaging server of Africa's Talking, as far as we use it: takes one SMS a request, or refuses it as it was told to.</summary>
sealed class FakeAfricasTalking : IAsyncDisposable
{
    public const string ApiKey = "atsk_fake", Username = "sandbox";

    readonly WebApplication server;
    readonly ConcurrentQueue<(int Status, string Body)> faults = [];
    readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> sent = [];

    FakeAfricasTalking()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost("/version1/messaging", (RequestDelegate)AnswerAsync);
    }

    public string BaseUrl => server.Urls.First();

    /// <summary>The fields of each request that was taken.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Sent => [.. sent];

    public static async Task<FakeAfricasTalking> StartAsync()
    {
        var fake = new FakeAfricasTalking();
        await fake.server.StartAsync();
        return fake;
    }

    /// <summary>The next message is answered so; 0 breaks the line.</summary>
    public void FailNext(int status, string body) => faults.Enqueue((status, body));

    /// <summary>The answer for one recipient.</summary>
    public static string Recipient(int code, string status, string id) => $$$"""
        {"SMSMessageData":{"Message":"Sent to 1/1 Total Cost: RWF 8.0000","Recipients":[{"statusCode":{{{code}}},"number":"+250788000001","status":"{{{status}}}","cost":"RWF 8.0000","messageId":"{{{id}}}"}]}}
        """;

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (faults.TryDequeue(out var fault) && fault.Status == 0)
        {
            http.Abort();
            return;
        }

        var isKnown = http.Request.Headers["apiKey"] == ApiKey && form["username"] == Username;
        var (status, body) = fault.Status > 0 ? fault : isKnown ? (201, Recipient(101, "Success", $"ATXid_{sent.Count + 1}")) : (401, "The supplied authentication is invalid");
        if (status == 201)
            sent.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body);
    }
}
