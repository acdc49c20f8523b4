using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>Hands messages to Twilio. Each call sends one message; what came to no answer is looked for.</summary>
sealed class TwilioMessages(TwilioOptions options, TwilioLine line, SentLook look, TimeProvider clock)
{
    /// <summary>Seconds that Twilio keeps a message at most, and by itself.</summary>
    const int LongestLife = 36_000;

    public Task<TwilioAnswer> SayAsync(string from, Envelope to, string text, CancellationToken stop) => PostAsync(from, to, [new("Body", text)], stop);

    /// <param name="caption">"" for none.</param>
    public Task<TwilioAnswer> ShowAsync(string from, Envelope to, string url, string caption, CancellationToken stop) =>
        PostAsync(from, to, caption.Length > 0 ? [new("MediaUrl", url), new("Body", caption)] : [new("MediaUrl", url)], stop);

    /// <param name="values">Of its variables 1, 2, 3 ….</param>
    public Task<TwilioAnswer> SayAsync(string from, Envelope to, string contentSid, IReadOnlyList<string> values, CancellationToken stop)
    {
        // Escaped as it is by default: of a plain apostrophe Twilio is known to say that the variables are not valid.
        var variables = new JsonObject(values.Select((value, index) => KeyValuePair.Create<string, JsonNode?>($"{index + 1}", value)));
        return PostAsync(from, to, [new("ContentSid", contentSid), new("ContentVariables", JsonSerializer.Serialize(variables))], stop);
    }

    async Task<TwilioAnswer> PostAsync(string from, Envelope to, IReadOnlyList<KeyValuePair<string, string>> what, CancellationToken stop)
    {
        var since = clock.GetUtcNow();
        using var form = new FormUrlEncodedContent([new("From", from), new("To", to.To), .. what, .. Life(to.ExpiresAt - since), new("StatusCallback", options.StatusUrl(to.Reference))]);
        var answer = await line.AskAsync(HttpMethod.Post, options.MessagesUrl, form, stop);
        if (answer.LeavesOpen && await look.FindAsync(from, to.To, since, stop) is { Length: > 0 } found)
            answer = TwilioAnswer.Made(found);
        if (answer.IsGood && answer.Sid.Length > 0)
            look.Keep(answer.Sid);
        return answer;
    }

    // Twilio's queue may be long: what waits in it until it is worth nothing is not sent any more.
    static IEnumerable<KeyValuePair<string, string>> Life(TimeSpan? left) =>
        left is { } its ? [new("ValidityPeriod", Math.Clamp((int)its.TotalSeconds, 1, LongestLife).ToString(CultureInfo.InvariantCulture))] : [];
}
