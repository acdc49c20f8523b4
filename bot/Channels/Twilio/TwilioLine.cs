using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RbcBot.Bot.Observing;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>The line to Twilio: asks, reads the answer, notes whether there was one.</summary>
/// <param name="way">Where requests go instead of over the network; null for the network.</param>
sealed class TwilioLine(TwilioOptions options, ChannelWatch watch, TimeProvider clock, HttpMessageHandler? way = null) : IDisposable
{
    /// <summary>By which an operator knows the line.</summary>
    const string Word = "twilio";

    readonly HttpClient http = ProviderLine.Open([options.BaseUrl, options.ContentBaseUrl], TimeSpan.FromSeconds(options.TimeoutSeconds), way);
    readonly AuthenticationHeaderValue own = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));

    public void Dispose() => http.Dispose();

    public async Task<TwilioAnswer> AskAsync(HttpMethod method, Uri address, HttpContent? content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = own;
        try
        {
            // The whole answer comes within the client's time, its body too.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop);
            Note(answer);
            return new TwilioAnswer(answer.StatusCode, Json(await answer.Content.ReadAsByteArrayAsync(stop)), After(answer.Headers.RetryAfter));
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            watch.Failed(Word, "Timeout");
            return TwilioAnswer.None("No answer in time.", isKnownUnsent: false);
        }
        catch (HttpRequestException fault)
        {
            watch.Failed(Word, fault.HttpRequestError.ToString());
            return TwilioAnswer.None(fault.HttpRequestError.ToString(), ProviderLine.NothingWentOut(fault));
        }
    }

    /// <summary>Opens an address that the caller has looked at; the body is still to be read.</summary>
    /// <param name="isOurs">Whether it is Twilio's own server, which wants to know who asks; nobody else may.</param>
    public Task<HttpResponseMessage> OpenAsync(Uri address, bool isOurs, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (isOurs)
            request.Headers.Authorization = own;
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    // A token that is over keeps people out as a dead server does.
    void Note(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 500 or 401)
            watch.Failed(Word, $"HTTP {(int)answer.StatusCode}");
        else
            watch.Answered(Word);
    }

    TimeSpan? After(RetryConditionHeaderValue? after) => after?.Delta ?? after?.Date - clock.GetUtcNow();

    static JsonElement? Json(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
