namespace RbcBot.Core.Statistics;

/// <summary>A share of people, with Wilson's score interval (no continuity correction).</summary>
/// <param name="Share">Null when there is nobody.</param>
/// <param name="Interval">Null when there is nobody.</param>
public sealed record Proportion(Verdict Verdict, int Successes, int N, double? Share, Interval? Interval)
{
    const double NormalQuantile = 1.9599639845400542;

    /// <summary>The share of <paramref name="successes"/> in <paramref name="n"/>.</summary>
    public static Proportion Of(int successes, int n)
    {
        if (successes < 0 || n < 0 || successes > n)
            return new Proportion(Verdict.Invalid(Reasons.OutOfRange, 0, 0), successes, n, null, null);
        if (n == 0)
            return new Proportion(Verdict.No(Reasons.NoData, 0, 0), 0, 0, null, null);
        var verdict = n < Descriptive.FewValues ? Verdict.Warning(Reasons.TooFew, n, 0) : Verdict.Ok(n, 0);
        return new Proportion(verdict, successes, n, (double)successes / n, Wilson(successes, n));
    }

    static Interval Wilson(int successes, int n)
    {
        const double squared = NormalQuantile * NormalQuantile;
        var share = (double)successes / n;
        var centre = (share + (squared / (2 * n))) / (1 + (squared / n));
        var reach = NormalQuantile / (1 + (squared / n)) * Math.Sqrt((share * (1 - share) / n) + (squared / (4.0 * n * n)));
        return new Interval(successes == 0 ? 0 : centre - reach, successes == n ? 1 : centre + reach);
    }
}
