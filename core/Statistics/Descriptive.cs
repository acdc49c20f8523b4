namespace RbcBot.Core.Statistics;

/// <summary>What a list of numbers is like: centre, spread, and how sure the mean is.</summary>
/// <param name="Mean">Null without values; the others alike.</param>
/// <param name="Deviation">Standard deviation with n - 1; null under two values.</param>
/// <param name="LowerQuartile">Type 7, as R and spreadsheets have it.</param>
/// <param name="MeanInterval">t interval; null under two values or when all are equal.</param>
public sealed record Descriptive(
    Verdict Verdict,
    double? Mean,
    double? Deviation,
    double? Minimum,
    double? LowerQuartile,
    double? Median,
    double? UpperQuartile,
    double? Maximum,
    Interval? MeanInterval)
{
    /// <summary>Below this many values every reader is warned.</summary>
    public const int FewValues = 5;

    public int N => Verdict.Used;

    /// <summary>Describes the values; null is a missing one, an infinite one makes the input invalid.</summary>
    public static Descriptive Of(IEnumerable<double?> values)
    {
        var all = values.ToList();
        var there = all.OfType<double>().ToList();
        var missing = all.Count - there.Count;
        if (there.Any(value => !double.IsFinite(value)))
            return Without(Verdict.Invalid(Reasons.NonFinite, 0, missing));
        if (there.Count == 0)
            return Without(Verdict.No(missing == 0 ? Reasons.NoData : Reasons.AllMissing, 0, missing));
        return Of(there, missing);
    }

    static Descriptive Of(List<double> values, int missing)
    {
        values.Sort();
        var (mean, deviation) = Moments(values);
        var varies = deviation > 0;
        return new Descriptive(
            Judge(values.Count, missing, varies),
            mean,
            values.Count < 2 ? null : deviation,
            values[0],
            Quantile(values, 0.25),
            Quantile(values, 0.5),
            Quantile(values, 0.75),
            values[^1],
            varies ? StudentT.MeanInterval(mean, deviation / Math.Sqrt(values.Count), values.Count) : null);
    }

    static Verdict Judge(int n, int missing, bool varies) =>
        n >= 2 && !varies ? Verdict.Warning(Reasons.ZeroVariance, n, missing)
        : n < FewValues ? Verdict.Warning(Reasons.TooFew, n, missing)
        : Verdict.Ok(n, missing);

    /// <summary>Mean and n - 1 deviation, shifted by the first value so that large numbers lose no digits.</summary>
    internal static (double Mean, double Deviation) Moments(IReadOnlyList<double> values)
    {
        var shift = values[0];
        var mean = shift + (values.Sum(value => value - shift) / values.Count);
        var drift = values.Sum(value => value - mean);
        var squares = values.Sum(value => (value - mean) * (value - mean)) - (drift * drift / values.Count);
        return (mean, values.Count < 2 || squares <= 0 ? 0 : Math.Sqrt(squares / (values.Count - 1)));
    }

    static double Quantile(List<double> sorted, double share)
    {
        var place = (sorted.Count - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    static Descriptive Without(Verdict verdict) => new(verdict, null, null, null, null, null, null, null, null);
}
