using System.Threading.Channels;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Work in lanes, in memory: in order within a lane, one at a time in a lane, many lanes at once. Safe for many threads.</summary>
sealed class Lanes<TItem>(TimeProvider clock)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Lane> lanes = [];
    readonly PriorityQueue<string, (int Rank, long Turn)> ready = new();
    readonly Channel<bool> signals = Channel.CreateUnbounded<bool>();
    long turns;

    /// <param name="rank">Among lanes that are ready, lower goes first.</param>
    public void Add(string lane, TItem item, int rank, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(lane, out var its))
                lanes[lane] = its = new Lane();
            its.Items.AddLast(new Entry(item, rank, due));
            if (its.Items.Count == 1)
                Arrange(lane, its);
        }
    }

    /// <summary>Waits for an item; its lane is held until Done or Again.</summary>
    public async ValueTask<TItem> NextAsync(CancellationToken stop)
    {
        await signals.Reader.ReadAsync(stop);
        lock (gate)
            return lanes[ready.Dequeue()].Items.First!.Value.Item; // a ready lane is never empty
    }

    /// <summary>The item in front is finished: the lane goes on with the next.</summary>
    public void Done(string lane)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(lane, out var its))
                return;
            its.Items.RemoveFirst();
            if (its.Items.Count == 0)
                lanes.Remove(lane);
            else
                Arrange(lane, its);
        }
    }

    /// <summary>The item in front comes again, changed, not before it is due.</summary>
    public void Again(string lane, TItem changed, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(lane, out var its))
                return;
            its.Items.First!.ValueRef = its.Items.First.Value with { Item = changed, Due = due }; // a held lane is never empty
            Arrange(lane, its);
        }
    }

    void Arrange(string lane, Lane its)
    {
        var front = its.Items.First!.Value; // only called with items
        its.Alarm?.Dispose();
        its.Alarm = null;
        var wait = front.Due - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
            its.Alarm = clock.CreateTimer(_ => Wake(lane, its), null, wait, Timeout.InfiniteTimeSpan);
        else
            Ready(lane, front.Rank);
    }

    void Wake(string lane, Lane its)
    {
        lock (gate)
        {
            if (its.Alarm is null)
                return;
            Arrange(lane, its);
        }
    }

    void Ready(string lane, int rank)
    {
        ready.Enqueue(lane, (rank, turns++));
        signals.Writer.TryWrite(true);
    }

    sealed record Entry(TItem Item, int Rank, DateTimeOffset Due);

    sealed class Lane
    {
        public LinkedList<Entry> Items { get; } = [];

        public ITimer? Alarm { get; set; }
    }
}
