using System.Text.Json;

namespace RbcBot.Bot.Demo;

/// <summary>A choice as the web chat offers it.</summary>
sealed record DemoChoice(string Label, string Payload, string? Role);

/// <summary>A message as the web chat shows it.</summary>
sealed record DemoEvent(long N, string Text, IReadOnlyList<DemoChoice>? Choices)
{
    public IReadOnlyList<DemoChoice> Offered => Choices ?? [];

    public DemoChoice? Choice(string payload) => Offered.FirstOrDefault(choice => choice.Payload == payload);
}

/// <summary>A simulated phone: it knows nothing of the bot but the web chat's two addresses.</summary>
sealed class DemoChat(HttpClient http, string session)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Seconds that somebody looks at a silent screen.</summary>
    const int Patience = 6;

    long seen;
    int sent;

    public Task EnterAsync(string code, CancellationToken stop) => PostAsync(new { id = Id(), enter = code }, stop);

    public Task SayAsync(string text, CancellationToken stop) => PostAsync(new { id = Id(), text }, stop);

    public Task PressAsync(DemoChoice choice, CancellationToken stop) => PostAsync(new { id = Id(), choice = choice.Payload }, stop);

    /// <summary>What came since the last look; waits until something does, up to some seconds.</summary>
    public async Task<IReadOnlyList<DemoEvent>> NextAsync(CancellationToken stop)
    {
        var answer = await http.GetFromJsonAsync<Batch>(new Uri($"/chat/{session}/events?after={seen}&wait={Patience}", UriKind.Relative), Json, stop);
        var events = answer?.Events ?? [];
        if (events.Count > 0)
            seen = events[^1].N;
        return events;
    }

    async Task PostAsync(object body, CancellationToken stop)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"/chat/{session}/messages", UriKind.Relative), body, Json, stop);
        answer.EnsureSuccessStatusCode();
    }

    string Id() => $"{session}-{sent++}";

    sealed record Batch(IReadOnlyList<DemoEvent> Events);
}
