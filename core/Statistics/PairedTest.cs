namespace RbcBot.Core.Statistics;

/// <summary>The same people before and after: how much they changed and how sure that is.</summary>
/// <param name="Verdict">Its dropped ones are people with only one of the two values.</param>
/// <param name="OnlyBefore">People without a second value.</param>
/// <param name="OnlyAfter">People without a first value.</param>
/// <param name="MeanBefore">Of the pairs; null without pairs, like the other means.</param>
/// <param name="DifferenceInterval">t interval of the mean difference, after minus before; null when it cannot be had.</param>
/// <param name="T">Null when all differences are equal or there are fewer than two.</param>
/// <param name="Up">Pairs that rose.</param>
public sealed record PairedTest(
    Verdict Verdict,
    int OnlyBefore,
    int OnlyAfter,
    double? MeanBefore,
    double? MeanAfter,
    double? MeanDifference,
    double? DeviationOfDifference,
    Interval? DifferenceInterval,
    double? T,
    double? TTestP,
    SignedRank SignedRank,
    HodgesLehmann? Typical,
    int Up,
    int Same,
    int Down)
{
    public int Pairs => Verdict.Used;

    /// <summary>Pairs by id; a null value is a missing one, an id that comes twice makes the input invalid.</summary>
    public static PairedTest Of(IReadOnlyList<(string Id, double? Value)> before, IReadOnlyList<(string Id, double? Value)> after)
    {
        if (HasTwice(before) || HasTwice(after))
            return Of([], 0, 0) with { Verdict = Verdict.Invalid(Reasons.DuplicateId, 0, 0) };
        var first = Known(before);
        var second = Known(after);
        if (first.Values.Concat(second.Values).Any(value => !double.IsFinite(value)))
            return Of([], 0, 0) with { Verdict = Verdict.Invalid(Reasons.NonFinite, 0, 0) };
        var both = before.Select(one => one.Id).Where(id => first.ContainsKey(id) && second.ContainsKey(id)).ToList();
        return Of([.. both.Select(id => (first[id], second[id]))], first.Count - both.Count, second.Count - both.Count);
    }

    static PairedTest Of(IReadOnlyList<(double Before, double After)> pairs, int onlyBefore, int onlyAfter)
    {
        IReadOnlyList<double> differences = [.. pairs.Select(pair => pair.After - pair.Before)];
        var change = Descriptive.Of(differences.Select(difference => (double?)difference));
        var t = change.MeanInterval is null ? null : change.Mean / (change.Deviation / Math.Sqrt(pairs.Count));
        return new PairedTest(
            Judge(change, differences, onlyBefore + onlyAfter),
            onlyBefore, onlyAfter,
            Mean(pairs.Select(pair => pair.Before)), Mean(pairs.Select(pair => pair.After)),
            change.Mean, change.Deviation, change.MeanInterval,
            t, t is { } known ? StudentT.TwoSidedP(known, pairs.Count - 1) : null,
            SignedRank.Of(differences), HodgesLehmann.Of(differences),
            differences.Count(difference => difference > 0),
            differences.Count(difference => difference == 0),
            differences.Count(difference => difference < 0));
    }

    static Verdict Judge(Descriptive change, IReadOnlyList<double> differences, int dropped) =>
        differences.Count == 0 ? Verdict.No(dropped == 0 ? Reasons.NoData : Reasons.AllMissing, 0, dropped)
        : differences.All(difference => difference == 0) ? Verdict.No(Reasons.AllZeroDifferences, differences.Count, dropped)
        : change.Verdict with { Dropped = dropped };

    static bool HasTwice(IReadOnlyList<(string Id, double? Value)> values) => values.DistinctBy(one => one.Id).Count() < values.Count;

    static Dictionary<string, double> Known(IReadOnlyList<(string Id, double? Value)> values) =>
        values.Where(one => one.Value is not null).ToDictionary(one => one.Id, one => one.Value.GetValueOrDefault());

    static double? Mean(IEnumerable<double> values) => Descriptive.Of(values.Select(value => (double?)value)).Mean;
}
