using System.Diagnostics;

namespace RbcBot.Bot.Storage;

/// <summary>What waits for one thread, which takes it in groups.</summary>
/// <param name="mostInGroup">Most that it takes at a time.</param>
sealed class WriteQueue<T>(int mostInGroup)
{
    readonly object gate = new();
    List<T> waiting = [];
    long until;
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

    /// <param name="patience">How long it may wait for others, to be taken with them.</param>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Add(T one, TimeSpan patience)
    {
        var its = Stopwatch.GetTimestamp() + (long)(patience.TotalSeconds * Stopwatch.Frequency);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.Add(one);
            if (waiting.Count > 1 && its >= until)
                return;
            until = its;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for a group, in order; empty when it is closed and nothing waits any more.</summary>
    public List<T> Take()
    {
        lock (gate)
        {
            while (!isClosed && Rest is var rest && rest != TimeSpan.Zero)
                Monitor.Wait(gate, rest);
            var group = waiting;
            waiting = group.Count > mostInGroup ? group[mostInGroup..] : [];
            if (group.Count > mostInGroup)
                group.RemoveRange(mostInGroup, group.Count - mostInGroup);
            until = 0; // who is left over has waited
            return group;
        }
    }

    // How long still until something must be taken; for ever when nothing waits.
    TimeSpan Rest => waiting.Count == 0 ? Timeout.InfiniteTimeSpan
        : Stopwatch.GetTimestamp() is var now && now >= until ? TimeSpan.Zero
        : Stopwatch.GetElapsedTime(now, until) + TimeSpan.FromMilliseconds(1);

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
