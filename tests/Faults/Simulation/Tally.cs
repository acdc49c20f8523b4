namespace RbcBot.Tests.Faults.Simulation;

/// <summary>How much of everything happened: a simulation in which something never does proves nothing about it.</summary>
sealed class Tally
{
    readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(string what, int times = 1) => counts[what] = counts.GetValueOrDefault(what) + times;

    public int Of(string what) => counts.GetValueOrDefault(what);

    public void Add(Tally other)
    {
        foreach (var (what, times) in other.counts)
            Count(what, times);
    }

    public override string ToString() => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
}
