using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.Web;

/// <summary>GET /chat/{session}/events: what was said to the session, as a long poll or as server-sent events.</summary>
sealed class WebEvents(IOutbox outbox, IHostApplicationLifetime life, ILogger<WebEvents> log)
{
    const int LongestWaitSeconds = 30;
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task WriteAsync(HttpContext http, string session)
    {
        var to = WebSession.Of(session);
        var after = Number(http.Request.Query["after"]);
        var wait = Number(http.Request.Query["wait"]);
        if (to is null || after is null || wait is null)
            await WebProblem.WriteAsync(http, to is null ? WebProblem.Session : WebProblem.After);
        else
            await WriteAsync(http, to, after.Value, TimeSpan.FromSeconds(Math.Min(wait.Value, LongestWaitSeconds)));
    }

    async Task WriteAsync(HttpContext http, Address to, long after, TimeSpan wait)
    {
        http.Response.Headers.CacheControl = "no-store";
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            if (WantsStream(http.Request))
                await StreamAsync(http, to, Math.Max(after, Number(http.Request.Headers["Last-Event-ID"]) ?? 0), either.Token);
            else
                await PollAsync(http, to, after, wait, either.Token);
        }
        // The phone hung up, or we are going down: it comes back with the number it has.
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            if (life.ApplicationStopping.IsCancellationRequested)
                await WebProblem.WriteAsync(http, WebProblem.Busy);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The outbox did not answer the web chat");
            await WebProblem.WriteAsync(http, WebProblem.Busy);
        }
    }

    async Task PollAsync(HttpContext http, Address to, long after, TimeSpan wait, CancellationToken stop)
    {
        var events = await outbox.AfterAsync(to, after, stop);
        if (events.Count == 0 && wait > TimeSpan.Zero)
        {
            await outbox.WaitAsync(to, after, wait, stop);
            events = await outbox.AfterAsync(to, after, stop);
        }
        await http.Response.WriteAsJsonAsync(new { events = events.Select(WebEvent.Of) }, WebEvent.Json, stop);
    }

    async Task StreamAsync(HttpContext http, Address to, long after, CancellationToken stop)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await http.Response.WriteAsync("retry: 3000\n\n", stop);
        while (!stop.IsCancellationRequested)
        {
            var events = await outbox.AfterAsync(to, after, stop);
            foreach (var said in events)
                await http.Response.WriteAsync($"id: {said.Number}\ndata: {JsonSerializer.Serialize(WebEvent.Of(said), WebEvent.Json)}\n\n", stop);
            if (events.Count == 0)
                await http.Response.WriteAsync(": still here\n\n", stop);
            await http.Response.Body.FlushAsync(stop);
            after = events.Count == 0 ? after : events[^1].Number;
            await outbox.WaitAsync(to, after, Heartbeat, stop);
        }
    }

    static bool WantsStream(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types)
        && types.Any(type => type.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));

    static long? Number(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
