using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>An inbox that only accepts and remembers: enough for the channels.</summary>
sealed class InMemoryInbox : IInbox
{
    readonly ConcurrentQueue<Inbound> taken = [];
    readonly ConcurrentDictionary<(Address, string), bool> known = [];
    int failures;

    /// <summary>What was taken, each once, in order.</summary>
    public IReadOnlyList<Inbound> Taken => [.. taken];

    /// <summary>The next so many messages are not taken: the disk is full.</summary>
    public void FailNext(int times = 1) => failures = times;

    public bool IsFull { get; set; }

    /// <summary>Nothing is taken before: the disk is slow.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public async Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop)
    {
        await Until;
        if (Interlocked.Decrement(ref failures) >= 0)
            throw new IOException("No space left on device");
        var isNew = known.TryAdd((inbound.From, inbound.ExternalId), true);
        if (isNew)
            taken.Enqueue(inbound);
        return isNew;
    }

    /// <summary>Waits until so many were taken.</summary>
    public async Task<IReadOnlyList<Inbound>> TakenAsync(int count)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (taken.Count < count)
            await Task.Delay(10, over.Token);
        return Taken;
    }

    public ValueTask<Waiting> NextAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop) => throw new NotSupportedException();

    public Task ReleaseAsync(Waiting waiting, CancellationToken stop) => throw new NotSupportedException();

    public Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop) => throw new NotSupportedException();
}
