using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace RbcBot.Tests.Given;

/// <summary>What the web chat shows of one message.</summary>
sealed record Bubble(long N, string Text, IReadOnlyList<BubbleChoice>? Choices, bool Redraws)
{
    /// <summary>The buttons that answer, without those that are commands.</summary>
    public IReadOnlyList<BubbleChoice> Answers => [.. Offered.Where(choice => choice.Role is null)];

    public IReadOnlyList<BubbleChoice> Offered => Choices ?? [];

    public BubbleChoice Button(string label) => Offered.First(choice => choice.Label == label);
}

sealed record BubbleChoice(string Label, string Payload, bool Ticked, string? Role);

/// <summary>A phone on the web chat: it knows two addresses and what the page does with them, nothing else.</summary>
sealed class WebPhone(HttpClient http, string session)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly List<Bubble> seen = [];
    int sent;

    public string Session => session;

    /// <summary>Everything it was shown, in order.</summary>
    public IReadOnlyList<Bubble> Seen => seen;

    public Bubble Last => seen[^1];

    public string NextId() => $"{session}-{sent++}";

    public async Task<HttpStatusCode> PostAsync(object message, CancellationToken stop)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"/chat/{session}/messages", UriKind.Relative), message, Json, stop);
        return answer.StatusCode;
    }

    /// <summary>All messages after a number; waits some seconds for the first.</summary>
    public async Task<IReadOnlyList<Bubble>> EventsAsync(long after, int wait, CancellationToken stop) =>
        (await http.GetFromJsonAsync<Batch>(new Uri($"/chat/{session}/events?after={after}&wait={wait}", UriKind.Relative), Json, stop))?.Events ?? [];

    /// <summary>What came since the last look.</summary>
    public async Task<IReadOnlyList<Bubble>> LookAsync(int wait, CancellationToken stop)
    {
        var events = await EventsAsync(seen.Count == 0 ? 0 : Last.N, wait, stop);
        seen.AddRange(events);
        return events;
    }

    public Task<IReadOnlyList<Bubble>> EnterAsync(string code) => SayAsync(new { id = NextId(), enter = code });

    public Task<IReadOnlyList<Bubble>> SayAsync(string text) => SayAsync(new { id = NextId(), text });

    public Task<IReadOnlyList<Bubble>> PressAsync(string payload) => SayAsync(new { id = NextId(), choice = payload });

    async Task<IReadOnlyList<Bubble>> SayAsync(object message)
    {
        if (await PostAsync(message, CancellationToken.None) is var status && status != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"The bot answered {status}.");
        return await LookAsync(wait: 20, CancellationToken.None);
    }

    sealed record Batch(IReadOnlyList<Bubble> Events);
}
