using System.Globalization;
using System.Net;
using System.Text.Json;
using RbcBot.Bot.Channels.Sms;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>Sends SMS through Africa's Talking. Each call is one request that sends one message.</summary>
sealed class AfricasTalkingSms(AfricasTalkingOptions options) : ISmsTransport, IDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(5);

    readonly HttpClient http = ProviderLine.Open([options.BaseUrl], Longest);

    public PaceLimits Limits => AfricasTalkingOptions.Limits;

    public void Dispose() => http.Dispose();

    /// <param name="to">A number in E.164. Nothing of ours comes back with the reports of this provider, nor can it be asked what became of a message.</param>
    public async Task<Delivery> SendAsync(Envelope to, string text, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.SendUrl) { Content = new FormUrlEncodedContent(Fields(to.To, text)) };
        request.Headers.Add("apiKey", options.ApiKey);
        request.Headers.Accept.ParseAdd("application/json");
        try
        {
            using var answer = await http.SendAsync(request, stop);
            return Read(answer, await answer.Content.ReadAsByteArrayAsync(stop));
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Unknown("No answer in time.");
        }
        catch (HttpRequestException fault)
        {
            return ProviderLine.NothingWentOut(fault) ? new Failed($"{fault.HttpRequestError}", IsPermanent: false) : new Unknown($"{fault.HttpRequestError}");
        }
    }

    Dictionary<string, string> Fields(string to, string text)
    {
        var fields = new Dictionary<string, string> { ["username"] = options.Username, ["to"] = to, ["message"] = text };
        if (options.From.Length > 0)
            fields["from"] = options.From;
        return fields;
    }

    static Delivery Read(HttpResponseMessage answer, byte[] body) => answer.StatusCode switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted => Read(body),
        HttpStatusCode.TooManyRequests => new Throttled(answer.Headers.RetryAfter?.Delta ?? UnsaidPause) { IsForAll = true },
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new Failed($"HTTP {(int)answer.StatusCode}", IsPermanent: false) { IsOurs = true },
        // The server does not work now, so that it did nothing; whatever else went wrong on its side may have gone wrong behind the sending.
        HttpStatusCode.ServiceUnavailable => new Failed("HTTP 503", IsPermanent: false),
        >= HttpStatusCode.InternalServerError => new Unknown($"HTTP {(int)answer.StatusCode}"),
        var status => new Failed($"HTTP {(int)status}", IsPermanent: (int)status is >= 400 and < 500),
    };

    static Delivery Read(byte[] body)
    {
        try
        {
            var data = JsonElement.Parse(body).GetProperty("SMSMessageData");
            return data.GetProperty("Recipients") is var recipients && recipients.GetArrayLength() > 0
                ? Of(recipients[0])
                // Nobody was sent to; the sentence is of the account: its sender, its money.
                : new Failed(data.GetProperty("Message").GetString() ?? "", IsPermanent: false) { IsOurs = true };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Unknown("The answer is not readable.");
        }
    }

    static Delivery Of(JsonElement recipient)
    {
        var code = recipient.GetProperty("statusCode").GetInt32();
        var reason = string.Create(CultureInfo.InvariantCulture, $"{code} {recipient.GetProperty("status").GetString()}");
        return code switch
        {
            100 or 101 or 102 => new Sent(recipient.GetProperty("messageId").GetString() ?? ""),
            // No number, or none that takes SMS.
            403 or 404 => new Failed(reason, IsPermanent: true) { IsAddress = true },
            // One that wants none of ours: on the account's black list, or on the network's.
            406 or 409 => new Blocked(reason),
            // Risk, sender, money.
            401 or 402 or 405 => new Failed(reason, IsPermanent: false) { IsOurs = true },
            500 or 501 => new Failed(reason, IsPermanent: false),
            _ => new Failed(reason, IsPermanent: true),
        };
    }
}
