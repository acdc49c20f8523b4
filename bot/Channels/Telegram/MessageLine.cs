using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Hands a written sendMessage to the Bot API and reads of its answer only what counts: the message's number, or what went wrong.</summary>
sealed class MessageLine(HttpClient http, TelegramOptions options)
{
    const string Telegram = "https://api.telegram.org";

    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly Uri send = new($"{(options.BaseUrl.Length > 0 ? options.BaseUrl.TrimEnd('/') : Telegram)}/bot{options.Token}/sendMessage");

    /// <summary>The number of the message.</summary>
    /// <exception cref="RequestException">As the library throws for the same faults.</exception>
    public async Task<int> SendAsync(byte[] request, CancellationToken stop)
    {
        using var content = new ByteArrayContent(request);
        content.Headers.ContentType = Json;
        using var answer = await PostAsync(content, stop);
        return Read(answer, await answer.Content.ReadAsByteArrayAsync(stop));
    }

    // The whole answer comes within the client's time, its body too.
    async Task<HttpResponseMessage> PostAsync(HttpContent content, CancellationToken stop)
    {
        try
        {
            return await http.PostAsync(send, content, stop);
        }
        catch (TaskCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw new RequestException("Bot API Request timed out", fault);
        }
        catch (HttpRequestException fault)
        {
            throw new RequestException($"Bot API Service Failure: {fault.GetType().Name}: {fault.Message}", fault);
        }
    }

    static int Read(HttpResponseMessage answer, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.TryGetProperty("ok"u8, out var ok) && ok.ValueKind == JsonValueKind.True
                ? root.GetProperty("result"u8).GetProperty("message_id"u8).GetInt32()
                : throw Fault(root);
        }
        // Not the Bot API's answer, such as a gateway's page.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RequestException("The answer of the Bot API is not readable", answer.StatusCode, fault);
        }
    }

    static ApiRequestException Fault(JsonElement root)
    {
        var seconds = root.TryGetProperty("parameters"u8, out var parameters) && parameters.TryGetProperty("retry_after"u8, out var after) ? after.GetInt32() : (int?)null;
        return new ApiRequestException(
            root.GetProperty("description"u8).GetString() ?? "", root.GetProperty("error_code"u8).GetInt32(), new ResponseParameters { RetryAfter = seconds });
    }
}
