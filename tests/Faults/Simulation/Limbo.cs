namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Writes that were tried and not confirmed since the last that was: when the bot dies now, the disk may hold one of them or none.</summary>
sealed class Limbo
{
    readonly List<(Func<StoreView, bool> IsThere, Action Apply)> tried = [];

    public void Add(Func<StoreView, bool> isThere, Action apply) => tried.Add((isThere, apply));

    /// <summary>A later write was confirmed: those before it do not count, and never will.</summary>
    public void Clear() => tried.Clear();

    /// <summary>After a start the store tells which of them it holds.</summary>
    public void Settle(StoreView view)
    {
        foreach (var (isThere, apply) in tried.ToList())
            if (isThere(view))
                apply();
        tried.Clear();
    }
}
