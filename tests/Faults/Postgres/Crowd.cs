using System.Collections.Concurrent;
using System.Diagnostics;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Postgres;

/// <summary>People who write one message after the other and again what was not acknowledged, as a channel does.</summary>
sealed class Crowd(IInbox inbox, string run, int people = 8)
{
    readonly CancellationTokenSource enough = new();
    readonly ConcurrentQueue<string> acknowledged = [];
    Task talking = Task.CompletedTask;

    /// <summary>Its own log.</summary>
    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    public void Start() => talking = Task.WhenAll(Enumerable.Range(0, people).Select(TalkAsync));

    public async Task StopAsync()
    {
        enough.Cancel();
        await talking;
        enough.Dispose();
    }

    /// <summary>How long it takes until something is acknowledged again.</summary>
    public async Task<TimeSpan> NextAsync()
    {
        var (since, before) = (Stopwatch.GetTimestamp(), acknowledged.Count);
        while (acknowledged.Count == before)
        {
            if (talking.IsCompleted)
                await talking; // with what ended all of them
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "Nothing is acknowledged any more.");
            await Task.Delay(5);
        }
        return Stopwatch.GetElapsedTime(since);
    }

    async Task TalkAsync(int number)
    {
        var address = new Address("web", $"person{number}");
        for (var message = 0; !enough.IsCancellationRequested; message++)
        {
            var inbound = new Inbound(address, $"{run}-{message}", Said.Text($"{run}-{message}"), DateTimeOffset.UtcNow);
            while (!await AcceptAsync(inbound))
                await Task.Delay(20);
            acknowledged.Enqueue($"{address} {inbound.ExternalId}");
        }
    }

    async Task<bool> AcceptAsync(Inbound inbound)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            await inbox.AcceptAsync(inbound, default);
            return true;
        }
        catch (IOException)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(4), "A channel waited too long for its 503.");
            return false;
        }
    }
}
