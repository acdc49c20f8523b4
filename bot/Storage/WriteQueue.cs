namespace RbcBot.Bot.Storage;

/// <summary>What waits for one thread, which takes it in groups.</summary>
/// <param name="mostInGroup">Most that it takes at a time.</param>
sealed class WriteQueue<T>(int mostInGroup)
{
    readonly object gate = new();
    List<T> waiting = [];
    bool isClosed;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Add(T one)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.Add(one);
            if (waiting.Count == 1)
                Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for a group, in order; empty when it is closed and nothing waits any more.</summary>
    public List<T> Take()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !isClosed)
                Monitor.Wait(gate);
            var group = waiting;
            waiting = group.Count > mostInGroup ? group[mostInGroup..] : [];
            if (group.Count > mostInGroup)
                group.RemoveRange(mostInGroup, group.Count - mostInGroup);
            return group;
        }
    }

    /// <summary>Takes no more.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }
}
