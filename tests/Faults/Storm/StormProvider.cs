using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RbcBot.Core.People;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>A provider without sockets: takes our requests as its fake does, in the weather, and counts them.</summary>
abstract class StormProvider(EventClock clock, Chronicle chronicle) : HttpMessageHandler
{
    static readonly TimeSpan Unanswered = TimeSpan.FromSeconds(20);

    public required StormWeather Weather { get; init; }

    /// <summary>Called with what has come to somebody's phone.</summary>
    public Action<Address, Arrival> Arrives { get; set; } = static (_, _) => { };

    protected EventClock Clock => clock;

    protected Chronicle Chronicle => chronicle;

    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        // What is made or looked up beside messages is answered at once: it sends nothing.
        if (Recipient(request, body) is not { } to)
            return Aside(request, body);
        chronicle.Asked(to.Channel, to.Value);
        await Task.Delay(Weather.Way(), clock, CancellationToken.None);
        var fate = Weather.Next();
        chronicle.Tally.Count($"{to.Channel} {fate}");
        switch (fate)
        {
            case Fate.NoConnection:
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            case Fate.Lost:
                await Task.Delay(Unanswered, clock, CancellationToken.None);
                throw new TaskCanceledException();
            case Fate.TakenUnanswered:
                Take(to, request, body);
                await Task.Delay(Unanswered, clock, CancellationToken.None);
                throw new TaskCanceledException();
            case Fate.Taken:
                return Take(to, request, body);
            default:
                return Refuse(fate);
        }
    }

    /// <summary>Whom a request sends a message to; null when it sends none.</summary>
    protected abstract Address? Recipient(HttpRequestMessage request, string body);

    /// <summary>Answers what sends no message.</summary>
    protected abstract HttpResponseMessage Aside(HttpRequestMessage request, string body);

    /// <summary>Takes a message, unless the rules forbid it.</summary>
    protected abstract HttpResponseMessage Take(Address to, HttpRequestMessage request, string body);

    protected abstract HttpResponseMessage Refuse(Fate fate);

    protected void Arrive(Address to, Arrival arrival)
    {
        chronicle.Arrived(to, arrival);
        Arrives(to, arrival);
    }

    protected static HttpResponseMessage Answer(int status, JsonNode json, int? retryAfter = null)
    {
        // Of bytes, so that it is read without waiting.
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json.ToJsonString())) };
        answer.Content.Headers.ContentType = new("application/json");
        if (retryAfter is { } seconds)
            answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    }
}

/// <summary>A message as its person sees it.</summary>
/// <param name="Id">The provider's.</param>
/// <param name="Options">What can be pressed under it.</param>
sealed record Arrival(string Id, string Text, IReadOnlyList<FakeWhatsAppOption> Options, bool IsTemplate)
{
    /// <summary>Whether what its provider reports later can be told to belong to it, though the bot never heard the id.</summary>
    public bool IsReported { get; init; }

    /// <summary>The message as the fake providers know it; null from Telegram.</summary>
    public FakeWhatsAppMessage? WhatsApp { get; init; }
}
