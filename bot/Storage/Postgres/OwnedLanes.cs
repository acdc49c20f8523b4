using System.Collections.Concurrent;
using System.Diagnostics;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The people whose lanes this node believes to own, with the epoch of each. Only the commit knows for sure. Safe for many threads.</summary>
sealed class OwnedLanes
{
    readonly ConcurrentDictionary<string, Owned> lanes = new(StringComparer.Ordinal);

    public bool Owns(string person, long epoch) => lanes.TryGetValue(person, out var owned) && owned.Epoch == epoch;

    public bool Owns(string person) => lanes.ContainsKey(person);

    /// <summary>The epoch of the person's lane; null when it is not ours.</summary>
    public long? Epoch(string person) => lanes.TryGetValue(person, out var owned) ? owned.Epoch : null;

    /// <summary>The lane is ours, and was used just now. An epoch that is over changes nothing.</summary>
    public void Put(string person, long epoch)
    {
        var owned = new Owned(epoch, Stopwatch.GetTimestamp());
        lanes.AddOrUpdate(person, static (_, put) => put, static (_, before, put) => put.Epoch >= before.Epoch ? put : before, owned);
    }

    /// <summary>Forgets the lane, unless it was claimed anew since.</summary>
    public void Lose(string person, long epoch)
    {
        if (lanes.TryGetValue(person, out var owned) && owned.Epoch == epoch)
            lanes.TryRemove(new(person, owned));
    }

    public void Clear() => lanes.Clear();

    /// <summary>Those that nobody used for the time, forgotten from now on.</summary>
    public IReadOnlyList<string> TakeIdle(TimeSpan time) =>
        [.. lanes.Where(lane => Stopwatch.GetElapsedTime(lane.Value.Used) > time && lanes.TryRemove(lane)).Select(lane => lane.Key)];

    readonly record struct Owned(long Epoch, long Used);
}
