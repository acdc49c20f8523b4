using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>After a request that came to no answer: did Twilio take the message all the same? It has no key by which the same request sent twice would count once.</summary>
/// <remarks>Nobody else sends to the person meanwhile, so that a message to her which is not older than the request, and not one of those we know, is the one.</remarks>
sealed class SentLook(TwilioOptions options, TwilioLine line)
{
    const int MostKnown = 1000;

    readonly ConcurrentQueue<string> order = [];
    readonly ConcurrentDictionary<string, bool> known = [];

    /// <summary>Remembers what is known to have gone, so that it is not taken for what came to no answer.</summary>
    public void Keep(string sid)
    {
        if (known.TryAdd(sid, true))
            order.Enqueue(sid);
        while (order.Count > MostKnown && order.TryDequeue(out var oldest))
            known.TryRemove(oldest, out _);
    }

    /// <summary>The id of the message; "" when it is not to be found, which does not mean that it has not gone.</summary>
    public async Task<string> FindAsync(string from, string to, DateTimeOffset since, CancellationToken stop)
    {
        var answer = await line.AskAsync(
            HttpMethod.Get, new Uri($"{options.MessagesUrl}?To={Uri.EscapeDataString(to)}&From={Uri.EscapeDataString(from)}&PageSize=20"), null, stop);
        return answer.Body is { } body && body.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(message => Sid(message, to, since)).FirstOrDefault(sid => sid.Length > 0) ?? ""
            : "";
    }

    string Sid(JsonElement message, string to, DateTimeOffset since) =>
        Text(message, "sid") is { Length: > 0 } sid && !known.ContainsKey(sid) && Text(message, "to") == to
        // Twilio tells whole seconds.
        && DateTimeOffset.TryParse(Text(message, "date_created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at.ToUnixTimeSeconds() >= since.ToUnixTimeSeconds() ? sid : "";

    static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() ?? "" : "";
}
