namespace RbcBot.Core.Statistics;

/// <summary>How much of the room above the first mean the group gained (Hake 1998).</summary>
/// <param name="Gain">(mean after - mean before) / (highest - mean before); null when there was no room.</param>
/// <param name="AtHighestBefore">People who could not rise: above 15 % the test was too easy to show learning.</param>
public sealed record ClassGain(Verdict Verdict, double? Gain, int AtHighestBefore)
{
    /// <summary>The gain of complete pairs on a test with the highest score.</summary>
    public static ClassGain Of(IReadOnlyList<(double Before, double After)> pairs, double highest)
    {
        if (pairs.Count == 0)
            return new ClassGain(Verdict.No(Reasons.NoData, 0, 0), null, 0);
        var atHighest = pairs.Count(pair => pair.Before >= highest);
        if (atHighest == pairs.Count)
            return new ClassGain(Verdict.No(Reasons.NoRoomToGain, pairs.Count, 0), null, atHighest);
        var before = pairs.Average(pair => pair.Before);
        var gain = (pairs.Average(pair => pair.After) - before) / (highest - before);
        var verdict = pairs.Count < Descriptive.FewValues ? Verdict.Warning(Reasons.TooFew, pairs.Count, 0) : Verdict.Ok(pairs.Count, 0);
        return new ClassGain(verdict, gain, atHighest);
    }
}
