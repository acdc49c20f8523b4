namespace RbcBot.Core.Statistics;

/// <summary>Wilcoxon's signed-rank test, exact: zeros ranked and then left out (Pratt), ties on midranks.</summary>
/// <param name="Plus">Sum of the ranks of the rises; zeros take the lowest ranks and are then left out.</param>
/// <param name="Minus">Sum of the ranks of the falls.</param>
/// <param name="P">Two-sided; null when every difference is zero.</param>
/// <param name="SmallestP">The smallest p that so many differences can reach; null when there is none.</param>
public sealed record SignedRank(Verdict Verdict, double Plus, double Minus, int Zeros, double? P, double? SmallestP)
{
    const double Alpha = 0.05;
    const int Decimals = 10;

    /// <summary>Tests differences for leaning to one side; they are rounded to ten decimals, so that equal ones tie.</summary>
    public static SignedRank Of(IEnumerable<double> differences)
    {
        var rounded = differences.Select(difference => Math.Round(difference, Decimals)).ToList();
        var ranks = Ranks.Doubled([.. rounded.Select(Math.Abs)]);
        var moving = Enumerable.Range(0, ranks.Length).Where(place => rounded[place] != 0).ToList();
        var zeros = ranks.Length - moving.Count;
        if (moving.Count == 0)
            return new SignedRank(Verdict.No(ranks.Length == 0 ? Reasons.NoData : Reasons.AllZeroDifferences, 0, 0), 0, 0, zeros, null, null);

        var plus = moving.Where(place => rounded[place] > 0).Sum(place => ranks[place]);
        var total = moving.Sum(place => ranks[place]);
        var tail = Distribution([.. moving.Select(place => ranks[place])]).Take(Math.Min(plus, total - plus) + 1).Sum();
        var smallest = Math.Min(1, 2 * Math.Pow(0.5, moving.Count));
        var verdict = smallest > Alpha
            ? Verdict.Warning(Reasons.SmallestPAboveAlpha, ranks.Length, 0)
            : Verdict.Ok(ranks.Length, 0);
        return new SignedRank(verdict, plus / 2.0, (total - plus) / 2.0, zeros, Math.Min(1, 2 * tail), smallest);
    }

    /// <summary>The chance of each rank sum when every sign is a fair coin; halving is exact in binary up to 53 differences.</summary>
    internal static double[] Distribution(IReadOnlyList<int> ranks)
    {
        var chances = new double[ranks.Sum() + 1];
        chances[0] = 1;
        var reached = 0;
        foreach (var rank in ranks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
        }
        return chances;
    }
}
