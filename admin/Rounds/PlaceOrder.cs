namespace RbcBot.Admin.Rounds;

/// <summary>Instances of repeats in their order: [2] before [10], [1, 2] before [2].</summary>
sealed class PlaceOrder : IComparer<IReadOnlyList<int>>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare(IReadOnlyList<int>? x, IReadOnlyList<int>? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        for (var at = 0; at < Math.Min(x.Count, y.Count); at++)
            if (x[at] != y[at])
                return x[at].CompareTo(y[at]);
        return x.Count.CompareTo(y.Count);
    }
}
