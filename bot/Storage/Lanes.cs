using System.Threading.Channels;

namespace RbcBot.Bot.Storage;

/// <summary>Work in lanes, in memory: in order within a lane, one at a time in a lane, many lanes at once. Safe for many threads.</summary>
/// <param name="idOf">An item's id, unique among all lanes.</param>
/// <param name="lineOf">What its lane shares with others, such as a channel; null when all lanes are one line.</param>
/// <param name="mostOfLine">Items of one line that are taken at the same moment: a line that does not get on leaves room for the others.</param>
sealed class Lanes<TItem>(TimeProvider clock, Func<TItem, string> idOf, Func<TItem, string>? lineOf = null, int mostOfLine = int.MaxValue)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Lane<TItem>> lanes = [];
    readonly HashSet<string> ids = [];
    readonly Dictionary<string, LaneLine> lines = [];
    readonly Channel<bool> signals = Channel.CreateUnbounded<bool>();
    long turns;

    /// <summary>Whether an item of the id is in a lane.</summary>
    public bool Has(string id)
    {
        lock (gate)
            return ids.Contains(id);
    }

    /// <summary>How many items there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return ids.Count;
        }
    }

    /// <summary>How many items each line has; none that has none.</summary>
    public Dictionary<string, int> CountByLine()
    {
        lock (gate)
            return lanes.Values.GroupBy(its => its.Line.Name).ToDictionary(own => own.Key, own => own.Sum(its => its.Items.Count));
    }

    /// <summary>Whether an item can be taken at once.</summary>
    public bool IsReady
    {
        get
        {
            lock (gate)
                return lines.Values.Any(line => line.Called > 0);
        }
    }

    /// <summary>Since when the item that is due longest has been due; null when there is none.</summary>
    public DateTimeOffset? DueSince
    {
        get
        {
            lock (gate)
                return lanes.Count == 0 ? null : lanes.Values.Min(its => its.Items.First!.Value.Due); // a lane is never empty
        }
    }

    /// <summary>Adds an item, unless it is there already.</summary>
    /// <param name="rank">Among lanes that are ready, lower goes first; below 0 it goes at once, and before the others of its own lane, but for one that is taken.</param>
    public void Add(string lane, TItem item, int rank, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!ids.Add(idOf(item)))
                return;
            if (!lanes.TryGetValue(lane, out var its))
                lanes[lane] = its = new Lane<TItem>(LineOf(item));
            if (!its.Place(EntryOf(item, rank, due)))
                return;
            // The lane may be called already, for the one that was in front: it is called for this one then.
            if (its.Items.Count > 1)
                its.Line.Ready.Remove(lane, out _, out _);
            Arrange(lane, its);
        }
    }

    /// <summary>Puts the item in front of an empty lane, which is held until Done or Again; false when the lane is not empty.</summary>
    public bool Hold(string lane, TItem item)
    {
        lock (gate)
        {
            if (lanes.ContainsKey(lane))
                return false;
            ids.Add(idOf(item));
            var line = LineOf(item);
            line.Taken++;
            lanes[lane] = new Lane<TItem>(line) { Items = new([EntryOf(item, rank: 0, clock.GetUtcNow())]), IsTaken = true };
            return true;
        }
    }

    /// <summary>Waits for an item; its lane is held until Done or Again.</summary>
    public async ValueTask<TItem> NextAsync(CancellationToken stop)
    {
        await signals.Reader.ReadAsync(stop);
        lock (gate)
        {
            var lane = lanes[Called().Take()];
            lane.IsTaken = true;
            return lane.Items.First!.Value.Item; // a ready lane is never empty
        }
    }

    /// <summary>The item is finished: its lane goes on with the next. Nothing happens when another is in front.</summary>
    public void Done(string lane, TItem item)
    {
        lock (gate)
        {
            if (InFront(lane, item) is not { } its)
                return;
            its.Items.RemoveFirst();
            LetGo(its);
            ids.Remove(idOf(item));
            if (its.Items.Count == 0)
                lanes.Remove(lane);
            else
                Arrange(lane, its);
        }
    }

    /// <summary>The item is let go, and all behind it: whoever fills the lane anew brings them in their order. Nothing happens when another is in front.</summary>
    public void Drop(string lane, TItem item)
    {
        lock (gate)
        {
            if (InFront(lane, item) is not { } its)
                return;
            LetGo(its);
            ids.ExceptWith(its.Items.Select(entry => idOf(entry.Item)));
            lanes.Remove(lane);
        }
    }

    /// <summary>The item comes again, changed, not before it is due. Nothing happens when another is in front.</summary>
    public void Again(string lane, TItem changed, DateTimeOffset due)
    {
        lock (gate)
        {
            if (InFront(lane, changed) is not { } its)
                return;
            LetGo(its);
            its.Change(EntryOf(changed, its.Items.First!.Value.Rank, due)); // something is in front
            Arrange(lane, its);
        }
    }

    Lane<TItem>? InFront(string lane, TItem item) =>
        lanes.TryGetValue(lane, out var its) && its.Items.First is { } front && idOf(front.Value.Item) == idOf(item) ? its : null;

    void Arrange(string lane, Lane<TItem> its)
    {
        var front = its.Items.First!.Value; // only called with items
        its.Alarm?.Dispose();
        var wait = front.Wait - clock.GetElapsedTime(front.Since);
        // Noted before the alarm is set: a clock may ring it there and then.
        if (its.IsWaiting = wait > TimeSpan.Zero)
            its.Alarm = clock.CreateTimer(_ => Wake(lane, its), null, wait, Timeout.InfiniteTimeSpan);
        else
            Ready(lane, its.Line, front.Rank);
    }

    void Wake(string lane, Lane<TItem> its)
    {
        lock (gate)
            if (its.IsWaiting)
                Arrange(lane, its);
    }

    void Ready(string lane, LaneLine line, int rank)
    {
        line.Ready.Enqueue(lane, (rank, turns++));
        Call(line);
    }

    void LetGo(Lane<TItem> its)
    {
        if (!its.IsTaken)
            return;
        its.IsTaken = false;
        its.Line.Taken--;
        Call(its.Line);
    }

    // As many calls as items may be taken.
    void Call(LaneLine line)
    {
        for (; line.Called < Math.Min(line.Ready.Count, mostOfLine - line.Taken); line.Called++)
            signals.Writer.TryWrite(true);
    }

    // Each signal is a call, so that there is one.
    LaneLine Called()
    {
        LaneLine? first = null;
        foreach (var line in lines.Values)
            if (line.Called > 0 && (first is null || line.First.CompareTo(first.First) < 0))
                first = line;
        return first ?? throw new InvalidOperationException("Nobody was called.");
    }

    LaneLine LineOf(TItem item)
    {
        var name = lineOf?.Invoke(item) ?? "";
        return lines.TryGetValue(name, out var line) ? line : lines[name] = new LaneLine(name);
    }

    // How long it waits is known now: a clock that is set back later makes nobody wait longer.
    LaneEntry<TItem> EntryOf(TItem item, int rank, DateTimeOffset due) => new(item, rank, due, clock.GetTimestamp(), due - clock.GetUtcNow());
}
