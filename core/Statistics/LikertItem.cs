namespace RbcBot.Core.Statistics;

/// <summary>One question on an ordered scale: how many chose what, and how many of them the two best.</summary>
/// <param name="Counts">People per category, the lowest first; all zero when the input is invalid.</param>
/// <param name="TopTwo">The share who chose one of the two highest categories.</param>
/// <param name="Median">Null without answers.</param>
public sealed record LikertItem(Verdict Verdict, int Lowest, IReadOnlyList<int> Counts, Proportion TopTwo, double? Median)
{
    public int Valid => Verdict.Used;

    /// <summary>Percent of the valid answers per category; zeros without answers.</summary>
    public IReadOnlyList<double> Percents => [.. Counts.Select(count => Valid == 0 ? 0 : 100.0 * count / Valid)];

    /// <summary>Counts answers on a scale of whole numbers; null is a missing answer, one outside the scale makes the input invalid.</summary>
    public static LikertItem Of(IEnumerable<double?> answers, int lowest, int highest)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lowest, highest);
        var all = answers.ToList();
        var there = all.OfType<double>().ToList();
        var missing = all.Count - there.Count;
        if (there.Any(answer => answer < lowest || answer > highest || answer != Math.Floor(answer) || double.IsNaN(answer)))
            return new LikertItem(Verdict.Invalid(Reasons.OutOfRange, 0, missing), lowest, new int[highest - lowest + 1], Proportion.Of(0, 0), null);

        int[] counts = [.. Enumerable.Range(lowest, highest - lowest + 1).Select(category => there.Count(answer => answer == category))];
        var described = Descriptive.Of(all);
        var verdict = described.Verdict.Reason == Reasons.ZeroVariance && there.Count >= Descriptive.FewValues
            ? Verdict.Ok(there.Count, missing)
            : described.Verdict;
        return new LikertItem(verdict, lowest, counts, Proportion.Of(counts.TakeLast(2).Sum(), there.Count), described.Median);
    }
}
