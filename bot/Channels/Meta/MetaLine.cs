using System.Net.Http.Headers;
using System.Text.Json;
using RbcBot.Bot.Channels.WhatsApp;
using RbcBot.Bot.Observing;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>The line to the Graph API: asks, reads the answer, notes whether there was one.</summary>
/// <param name="way">Where requests go instead of over the network; null for the network.</param>
sealed class MetaLine(MetaOptions options, ChannelWatch watch, TimeProvider clock, HttpMessageHandler? way = null) : IDisposable
{
    readonly HttpClient http = ProviderLine.Open([options.BaseUrl], TimeSpan.FromSeconds(options.TimeoutSeconds), way);

    public void Dispose() => http.Dispose();

    /// <summary>Posts to a path under our number, such as messages.</summary>
    public Task<MetaAnswer> PostAsync(string path, HttpContent content, CancellationToken stop) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, $"{options.Url}/{options.PhoneNumberId}/{path}") { Content = content }, stop);

    /// <summary>What Meta knows of a file that somebody sent.</summary>
    public Task<MetaAnswer> FileAsync(string id, CancellationToken stop) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Get, $"{options.Url}/{Uri.EscapeDataString(id)}?phone_number_id={options.PhoneNumberId}"), stop);

    /// <summary>Opens an address that the caller has looked at; the body is still to be read.</summary>
    public Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken stop) =>
        http.SendAsync(Signed(new HttpRequestMessage(HttpMethod.Get, address)), HttpCompletionOption.ResponseHeadersRead, stop);

    async Task<MetaAnswer> AskAsync(HttpRequestMessage request, CancellationToken stop)
    {
        using var asked = Signed(request);
        try
        {
            // The whole answer comes within the client's time, its body too.
            using var answer = await http.SendAsync(asked, HttpCompletionOption.ResponseContentRead, stop);
            Note(answer);
            return new MetaAnswer(answer.StatusCode, Json(await answer.Content.ReadAsByteArrayAsync(stop)), After(answer.Headers.RetryAfter));
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            watch.Failed(WhatsAppChannel.Word, "Timeout");
            return MetaAnswer.None("No answer in time.", isKnownUnsent: false);
        }
        catch (HttpRequestException fault)
        {
            watch.Failed(WhatsAppChannel.Word, fault.HttpRequestError.ToString());
            return MetaAnswer.None(fault.HttpRequestError.ToString(), ProviderLine.NothingWentOut(fault));
        }
    }

    HttpRequestMessage Signed(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("RbcBot", "1.0.0"));
        return request;
    }

    // A token that is over keeps people out as a dead server does.
    void Note(HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 500 or 401)
            watch.Failed(WhatsAppChannel.Word, $"HTTP {(int)answer.StatusCode}");
        else
            watch.Answered(WhatsAppChannel.Word);
    }

    TimeSpan? After(RetryConditionHeaderValue? after) => after?.Delta ?? after?.Date - clock.GetUtcNow();

    static JsonElement? Json(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
