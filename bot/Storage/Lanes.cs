using System.Threading.Channels;

namespace RbcBot.Bot.Storage;

/// <summary>Work in lanes, in memory: in order within a lane, one at a time in a lane, many lanes at once. Safe for many threads.</summary>
/// <param name="idOf">An item's id, unique among all lanes.</param>
/// <param name="lineOf">What its lane shares with others, such as a channel; null when all lanes are one line.</param>
/// <param name="mostOfLine">Items of one line that are taken at the same moment: a line that does not get on leaves room for the others.</param>
sealed class Lanes<TItem>(TimeProvider clock, Func<TItem, string> idOf, Func<TItem, string>? lineOf = null, int mostOfLine = int.MaxValue)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Lane> lanes = [];
    readonly HashSet<string> ids = [];
    readonly Dictionary<string, Line> lines = [];
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
    /// <param name="rank">Among lanes that are ready, lower goes first.</param>
    public void Add(string lane, TItem item, int rank, DateTimeOffset due)
    {
        lock (gate)
        {
            if (!ids.Add(idOf(item)))
                return;
            if (!lanes.TryGetValue(lane, out var its))
                lanes[lane] = its = new Lane(LineOf(item));
            its.Items.AddLast(EntryOf(item, rank, due));
            if (its.Items.Count == 1)
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
            lanes[lane] = new Lane(line) { Items = new([EntryOf(item, rank: 0, clock.GetUtcNow())]), IsTaken = true };
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

    /// <summary>The item comes again, changed, not before it is due. Nothing happens when another is in front.</summary>
    public void Again(string lane, TItem changed, DateTimeOffset due)
    {
        lock (gate)
        {
            if (InFront(lane, changed) is not { } its)
                return;
            LetGo(its);
            its.Items.First!.ValueRef = EntryOf(changed, its.Items.First.Value.Rank, due); // something is in front
            Arrange(lane, its);
        }
    }

    Lane? InFront(string lane, TItem item) =>
        lanes.TryGetValue(lane, out var its) && its.Items.First is { } front && idOf(front.Value.Item) == idOf(item) ? its : null;

    void Arrange(string lane, Lane its)
    {
        var front = its.Items.First!.Value; // only called with items
        its.Alarm?.Dispose();
        its.Alarm = null;
        var wait = front.Wait - clock.GetElapsedTime(front.Since);
        if (wait > TimeSpan.Zero)
            its.Alarm = clock.CreateTimer(_ => Wake(lane, its), null, wait, Timeout.InfiniteTimeSpan);
        else
            Ready(lane, its.Line, front.Rank);
    }

    void Wake(string lane, Lane its)
    {
        lock (gate)
            if (its.Alarm is not null)
                Arrange(lane, its);
    }

    void Ready(string lane, Line line, int rank)
    {
        line.Ready.Enqueue(lane, (rank, turns++));
        Call(line);
    }

    void LetGo(Lane its)
    {
        if (!its.IsTaken)
            return;
        its.IsTaken = false;
        its.Line.Taken--;
        Call(its.Line);
    }

    // As many calls as items may be taken.
    void Call(Line line)
    {
        for (; line.Called < Math.Min(line.Ready.Count, mostOfLine - line.Taken); line.Called++)
            signals.Writer.TryWrite(true);
    }

    // Each signal is a call, so that there is one.
    Line Called()
    {
        Line? first = null;
        foreach (var line in lines.Values)
            if (line.Called > 0 && (first is null || line.First.CompareTo(first.First) < 0))
                first = line;
        return first ?? throw new InvalidOperationException("Nobody was called.");
    }

    Line LineOf(TItem item)
    {
        var name = lineOf?.Invoke(item) ?? "";
        return lines.TryGetValue(name, out var line) ? line : lines[name] = new Line(name);
    }

    // How long it waits is known now: a clock that is set back later makes nobody wait longer.
    Entry EntryOf(TItem item, int rank, DateTimeOffset due) => new(item, rank, due, clock.GetTimestamp(), due - clock.GetUtcNow());

    sealed record Entry(TItem Item, int Rank, DateTimeOffset Due, long Since, TimeSpan Wait);

    sealed class Line(string name)
    {
        public string Name => name;

        public PriorityQueue<string, (int Rank, long Turn)> Ready { get; } = new();

        public int Taken { get; set; }

        /// <summary>Signals that nobody has followed yet.</summary>
        public int Called { get; set; }

        public (int Rank, long Turn) First => Ready.TryPeek(out _, out var first) ? first : (int.MaxValue, 0);

        public string Take()
        {
            (Called, Taken) = (Called - 1, Taken + 1);
            return Ready.Dequeue();
        }
    }

    sealed class Lane(Line line)
    {
        public Line Line => line;

        /// <summary>Whether the item in front is with somebody.</summary>
        public bool IsTaken { get; set; }

        public LinkedList<Entry> Items { get; init; } = [];

        public ITimer? Alarm { get; set; }
    }
}
