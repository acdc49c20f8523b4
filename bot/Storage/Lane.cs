namespace RbcBot.Bot.Storage;

/// <summary>The items of one lane, in their order. Guarded by the gate of its lanes.</summary>
sealed class Lane<TItem>(LaneLine line)
{
    public LaneLine Line => line;

    /// <summary>Whether the item in front is with somebody.</summary>
    public bool IsTaken { get; set; }

    public LinkedList<LaneEntry<TItem>> Items { get; init; } = [];

    /// <summary>Whether the item in front is not due yet.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Rings when it is due.</summary>
    public ITimer? Alarm { get; set; }

    /// <summary>Puts it where it belongs, and what goes before others without a wait; whether it is in front now, and nobody has the lane.</summary>
    public bool Place(LaneEntry<TItem> entry)
    {
        if (!entry.IsAhead)
            Items.AddLast(entry);
        else
            PlaceAhead(entry = entry with { Wait = TimeSpan.Zero });
        return !IsTaken && ReferenceEquals(Items.First!.Value, entry); // just added
    }

    /// <summary>Puts it in the place of the item in front, or behind those that go before others. Nobody has the lane.</summary>
    public void Change(LaneEntry<TItem> entry)
    {
        Items.RemoveFirst();
        if (!entry.IsAhead && LastAhead() is { } last)
            Items.AddAfter(last, entry);
        else
            Items.AddFirst(entry);
    }

    void PlaceAhead(LaneEntry<TItem> entry)
    {
        if ((LastAhead() ?? (IsTaken ? Items.First : null)) is { } before)
            Items.AddAfter(before, entry);
        else
            Items.AddFirst(entry);
    }

    // The last of those that go before the others, behind the one that is taken; null when there is none.
    LinkedListNode<LaneEntry<TItem>>? LastAhead()
    {
        LinkedListNode<LaneEntry<TItem>>? last = null;
        for (var one = IsTaken ? Items.First?.Next : Items.First; one is { Value.IsAhead: true }; one = one.Next)
            last = one;
        return last;
    }
}

/// <summary>An item that waits in a lane.</summary>
/// <param name="Since">When it came, by the clock's timestamps.</param>
/// <param name="Wait">How long it waits from then on.</param>
sealed record LaneEntry<TItem>(TItem Item, int Rank, DateTimeOffset Due, long Since, TimeSpan Wait)
{
    /// <summary>Whether it goes before the others of its lane.</summary>
    public bool IsAhead => Rank < 0;
}

/// <summary>What lanes share, such as a channel.</summary>
sealed class LaneLine(string name)
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
