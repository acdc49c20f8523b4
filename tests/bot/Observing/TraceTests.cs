using System.Collections.Concurrent;
using System.Diagnostics;
using RbcBot.Bot.Observing;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Bot.Observing;

public sealed class TraceTests : IDisposable
{
    static readonly string[] Way = ["receive", "accept", "turn", "commit", "send"];
    static readonly string[] Tags = ["channel", "inbound", "kind", "duplicate", "try", "messages", "outcome"];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<Activity>> traces = [];
    readonly TaskCompletionSource<IReadOnlyList<Activity>> whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ActivityListener listener;

    public TraceTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Spans.Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task One_trace_goes_from_what_was_received_to_what_was_sent_and_names_only_ids()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var bot = await LiveBot.StartAsync($"--Telegram:Token={FakeTelegram.Token}", $"--Telegram:BaseUrl={telegram.BaseUrl}");
        telegram.Says(4711, "Planted words");
        await telegram.NextAsync(4711);

        var trace = await whole.Task.WaitAsync(Patience);

        Assert.All(trace.SelectMany(span => span.TagObjects), tag => Assert.Contains(tag.Key, Tags));
        Assert.DoesNotContain("Planted", string.Join(' ', trace.SelectMany(span => span.TagObjects).Select(tag => tag.Value)), StringComparison.Ordinal);
    }

    void Stopped(Activity span)
    {
        var trace = traces.GetOrAdd(span.TraceId, _ => []);
        trace.Enqueue(span);
        if (Way.All(name => trace.Any(one => one.OperationName == name)))
            whole.TrySetResult([.. trace]);
    }
}
