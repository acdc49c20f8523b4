using RbcBot.Core.People;

namespace RbcBot.Bot.Storage;

/// <summary>From where something is on its way into the inbox right now: what comes after it must not overtake it.</summary>
sealed class Arrivals
{
    readonly Lock gate = new();
    readonly Dictionary<Address, int> counts = [];

    public bool Any(Address from)
    {
        lock (gate)
            return counts.ContainsKey(from);
    }

    /// <summary>One more is on its way until this is disposed.</summary>
    public IDisposable Of(Address from)
    {
        lock (gate)
            counts[from] = counts.GetValueOrDefault(from) + 1;
        return new Arrival(this, from);
    }

    void End(Address from)
    {
        lock (gate)
            if (counts[from] > 1)
                counts[from]--;
            else
                counts.Remove(from);
    }

    sealed class Arrival(Arrivals all, Address from) : IDisposable
    {
        public void Dispose() => all.End(from);
    }
}
