using System.Threading.Channels;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>Lanes in memory as a store keeps them: in order within a lane, one at a time in a lane.</summary>
sealed class StorelessLanes<TItem>
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<TItem>> lanes = [];
    readonly Channel<TItem> ready = Channel.CreateUnbounded<TItem>();

    public void Add(string lane, TItem item)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(lane, out var its))
                lanes[lane] = its = [];
            its.Enqueue(item);
            if (its.Count == 1)
                ready.Writer.TryWrite(item);
        }
    }

    public ValueTask<TItem> NextAsync(CancellationToken stop) => ready.Reader.ReadAsync(stop);

    public void Done(string lane)
    {
        lock (gate)
        {
            var its = lanes[lane];
            its.Dequeue();
            if (its.TryPeek(out var next))
                ready.Writer.TryWrite(next);
            else
                lanes.Remove(lane);
        }
    }
}
