namespace RbcBot.Core.Statistics;

/// <summary>The typical difference: the median of the means of all pairs of differences, zeros kept.</summary>
/// <param name="Level">The level the interval really has; under six differences it is below 95 %.</param>
public sealed record HodgesLehmann(double Estimate, Interval Interval, double Level)
{
    /// <summary>The estimate and the interval that the signed-rank test turns into; null without differences.</summary>
    public static HodgesLehmann? Of(IReadOnlyList<double> differences)
    {
        if (differences.Count == 0)
            return null;
        var walsh = Walsh(differences);
        var (place, level) = Place(differences.Count);
        var middle = (walsh[(walsh.Count - 1) / 2] + walsh[walsh.Count / 2]) / 2;
        return new HodgesLehmann(middle, new Interval(walsh[place - 1], walsh[^place]), level);
    }

    static List<double> Walsh(IReadOnlyList<double> differences)
    {
        var means = new List<double>(differences.Count * (differences.Count + 1) / 2);
        for (var first = 0; first < differences.Count; first++)
            for (var second = first; second < differences.Count; second++)
                means.Add((differences[first] + differences[second]) / 2);
        means.Sort();
        return means;
    }

    /// <summary>The 2.5 % quantile of the rank sum without ties, at least 1, and the level it gives.</summary>
    static (int Place, double Level) Place(int n)
    {
        var chances = SignedRank.Distribution([.. Enumerable.Range(1, n)]);
        double below = 0;
        var place = 0;
        while (below + chances[place] < (1 - Interval.Level) / 2)
            below += chances[place++];
        return place == 0 ? (1, 1 - (2 * chances[0])) : (place, 1 - (2 * below));
    }
}
