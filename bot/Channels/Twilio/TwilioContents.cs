using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>
/// The contents that buttons and lists need at Twilio before they can be sent: one for each shape serves every question that looks like it.
/// After a start they are found again by their names, else every start of every node would leave new ones with Twilio.
/// </summary>
sealed class TwilioContents(TwilioOptions options, TwilioLine line) : IDisposable
{
    const int MostPages = 20;
    const int MostKnown = 10_000;
    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly ConcurrentDictionary<string, string> known = [];
    readonly SemaphoreSlim one = new(1);
    bool isLooked;

    public void Dispose() => one.Dispose();

    /// <summary>The content's id, or else what Twilio answered instead of making it.</summary>
    public async Task<(string Sid, TwilioAnswer? Fault)> OfAsync(ContentShape shape, CancellationToken stop)
    {
        if (known.TryGetValue(shape.Name, out var sid))
            return (sid, null);
        // One at a time: when a question goes to many, all of them want it at once.
        await one.WaitAsync(stop);
        try
        {
            if (!isLooked && await LookAsync(stop) is { } fault)
                return ("", fault);
            return known.TryGetValue(shape.Name, out var found) ? (found, null) : await MakeAsync(shape, stop);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Twilio does not know the id any more: somebody deleted it.</summary>
    public void Forget(ContentShape shape, string sid) => known.TryRemove(KeyValuePair.Create(shape.Name, sid));

    async Task<(string Sid, TwilioAnswer? Fault)> MakeAsync(ContentShape shape, CancellationToken stop)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(shape.Content));
        content.Headers.ContentType = Json;
        var answer = await line.AskAsync(HttpMethod.Post, options.ContentUrl, content, stop);
        if (!answer.IsGood || answer.Sid.Length == 0)
            return ("", answer);
        Keep(shape.Name, answer.Sid);
        return (answer.Sid, null);
    }

    /// <summary>What was made before the start; null when all is well, else the answer after which it is tried again.</summary>
    async Task<TwilioAnswer?> LookAsync(CancellationToken stop)
    {
        Uri? next = new($"{options.ContentUrl}?PageSize=500");
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            var answer = await line.AskAsync(HttpMethod.Get, next, null, stop);
            if (answer.Status is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
                return answer;
            next = Keep(answer.Body);
        }

        isLooked = true;
        return null;
    }

    /// <summary>The next page; null when there is none, or when it is not the server's own.</summary>
    Uri? Keep(JsonElement? body)
    {
        if (body is not { } page)
            return null;
        if (page.TryGetProperty("contents", out var contents) && contents.ValueKind == JsonValueKind.Array)
            foreach (var content in contents.EnumerateArray())
                if (Text(content, "friendly_name") is var name && name.StartsWith(ContentShape.Start, StringComparison.Ordinal) && Text(content, "sid") is { Length: > 0 } sid)
                    Keep(name, sid);
        return page.TryGetProperty("meta", out var meta) && Uri.TryCreate(Text(meta, "next_page_url"), UriKind.Absolute, out var next)
            && next.GetLeftPart(UriPartial.Path) == options.ContentUrl.GetLeftPart(UriPartial.Path) ? next : null;
    }

    void Keep(string name, string sid)
    {
        if (known.Count < MostKnown)
            known[name] = sid;
    }

    static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() ?? "" : "";
}
