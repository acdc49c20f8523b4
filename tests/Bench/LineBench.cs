using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bench;

/// <summary>How near the real bot comes to what a provider allows a second, and whether it ever goes over it, as a server counts that answers as Meta does: most soon, some late, some with errors.</summary>
static class LineBench
{
    const int PerSecond = 80, AtOnce = 16;
    const string Secret = "bench-secret", Number = "106540352242922";

    static readonly TimeSpan Slow = TimeSpan.FromSeconds(15);
    static readonly ConcurrentQueue<long> Came = [];
    static volatile bool isOpen;

    public static async Task RunAsync(string folder, int seconds)
    {
        await using var provider = await StartAsync();
        await using var bot = await BotProcess.StartAsync(
            folder, null, ("Meta__PhoneNumberId", Number), ("Meta__AppSecret", Secret), ("Meta__VerifyToken", "bench"), ("Meta__AccessToken", "bench"), ("Meta__BaseUrl", $"{provider.Urls.First()}/v23.0"));
        var people = PerSecond * (seconds + 2);
        await SayAsync(bot, people);
        isOpen = true;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Tell([.. Came.Order()]);
    }

    static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = builder.Build();
        provider.MapPost($"/v23.0/{Number}/messages", (Delegate)AnswerAsync);
        await provider.StartAsync();
        return provider;
    }

    static async Task<IResult> AnswerAsync(HttpContext http)
    {
        // Until all was said the machine is busy with that, and the server counts late what came in time: it asks to be left alone for some seconds.
        if (!isOpen)
            return TooFast(http);
        Came.Enqueue(Stopwatch.GetTimestamp());
        var chance = Random.Shared.Next(100);
        await Task.Delay(chance < 3 ? Slow : TimeSpan.FromMilliseconds(Random.Shared.Next(60, 400)), http.RequestAborted);
        return chance is >= 3 and < 8
            ? Results.Json(new { error = new { message = "(#131000) Something went wrong", code = 131000 } }, statusCode: 500)
            : Results.Json(new { messages = new[] { new { id = $"wamid.{Came.Count}.{Guid.NewGuid():N}" } } });
    }

    static IResult TooFast(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Results.Json(new { error = new { message = "(#130429) Rate limit hit", code = 130429 } }, statusCode: 429);
    }

    // Each is greeted by one message: what is waiting then is many seconds of the line.
    static async Task SayAsync(BotProcess bot, int people)
    {
        using var line = new HttpClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, stop) =>
        {
            var from = string.Create(CultureInfo.InvariantCulture, $"25078{person:0000000}");
            var body = JsonSerializer.Serialize(Said(person, from));
            using var post = new HttpRequestMessage(HttpMethod.Post, $"{bot.Url}/meta/webhook") { Content = new StringContent(body, null, "application/json") };
            post.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body))));
            using var answer = await line.SendAsync(post, stop);
            answer.EnsureSuccessStatusCode();
        });
    }

    static object Said(int person, string from) => new
    {
        @object = "whatsapp_business_account",
        entry = new[] { new { id = "1", changes = new[] { new { field = "messages", value = Value(person, from) } } } },
    };

    static object Value(int person, string from) => new
    {
        messaging_product = "whatsapp",
        metadata = new { phone_number_id = Number },
        messages = new[] { new { id = $"wamid.IN{person}", from, timestamp = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}", type = "text", text = new { body = "muraho" } } },
    };

    static void Tell(List<long> came)
    {
        var most = 0;
        for (int first = 0, last = 0; last < came.Count; last++)
        {
            while (Stopwatch.GetElapsedTime(came[first], came[last]) >= TimeSpan.FromSeconds(1))
                first++;
            most = Math.Max(most, last - first + 1);
        }

        var rate = (came.Count - 1) / Stopwatch.GetElapsedTime(came[0], came[^1]).TotalSeconds;
        Console.WriteLine($"{came.Count} requests: {rate:0.00} a second, {rate / PerSecond:0.0%} of what is allowed; {most} at most in any second");
    }
}
