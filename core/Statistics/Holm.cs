namespace RbcBot.Core.Statistics;

/// <summary>Holm's correction for a planned family of tests.</summary>
public static class Holm
{
    /// <summary>Adjusted p-values in the order given; tests without a p stay without and do not count.</summary>
    public static IReadOnlyList<double?> Adjust(IReadOnlyList<double?> ps)
    {
        var adjusted = new double?[ps.Count];
        var order = Enumerable.Range(0, ps.Count).Where(place => ps[place] is not null).OrderBy(place => ps[place]).ToList();
        double highest = 0;
        for (var rank = 0; rank < order.Count; rank++)
        {
            highest = Math.Max(highest, Math.Min(1, (order.Count - rank) * ps[order[rank]].GetValueOrDefault()));
            adjusted[order[rank]] = highest;
        }
        return adjusted;
    }
}
