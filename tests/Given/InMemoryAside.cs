using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Given;

/// <summary>What was set aside, in a list; what is replayed is only noted.</summary>
sealed class InMemoryAside : IAside
{
    readonly List<SetAside> all = [];

    public List<string> Replayed { get; } = [];

    public IReadOnlyList<SetAside> All
    {
        get
        {
            lock (all)
                return [.. all];
        }
    }

    public void Add(SetAside one)
    {
        lock (all)
            all.Add(one);
    }

    public Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<SetAside>>(
        [.. (isLatestFirst ? All.OrderByDescending(one => one.At) : All.OrderBy(one => one.At)).Skip(skipped).Take(most)]);

    public Task<int> CountAsync(CancellationToken stop) => Task.FromResult(All.Count);

    public Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop)
    {
        lock (all)
            if (!all.Any(one => one.Payload is { } known && payload.Span.SequenceEqual(known)))
                all.Add(new SetAside($"{channel}|{all.Count}", channel, null, null, payload.ToArray(), reason, default));
        return Task.CompletedTask;
    }

    public Task<bool> ReplayAsync(string id, CancellationToken stop)
    {
        lock (all)
        {
            var isThere = all.RemoveAll(one => one.Id == id && one.Inbound is not null) > 0;
            if (isThere)
                Replayed.Add(id);
            return Task.FromResult(isThere);
        }
    }
}
