namespace RbcBot.Core.Statistics;

/// <summary>Whether an analysis has an answer.</summary>
public enum Standing { Ok, OkWithWarning, NotComputable, InvalidInput, Suppressed }

/// <summary>What an analysis says about itself: whether it has an answer, why not, and how many values it used.</summary>
/// <param name="Reason">A code of <see cref="Reasons"/>; "" when there is nothing to say.</param>
/// <param name="Used">Values (or pairs) that entered.</param>
/// <param name="Dropped">Values (or people) left out because something is missing.</param>
public sealed record Verdict(Standing Standing, string Reason, int Used, int Dropped)
{
    /// <summary>Whether numbers may be shown.</summary>
    public bool HasNumbers => Standing is Standing.Ok or Standing.OkWithWarning;

    internal static Verdict Ok(int used, int dropped) => new(Standing.Ok, "", used, dropped);

    internal static Verdict Warning(string reason, int used, int dropped) => new(Standing.OkWithWarning, reason, used, dropped);

    internal static Verdict No(string reason, int used, int dropped) => new(Standing.NotComputable, reason, used, dropped);

    internal static Verdict Invalid(string reason, int used, int dropped) => new(Standing.InvalidInput, reason, used, dropped);

    internal static Verdict Hidden(int used, int dropped) => new(Standing.Suppressed, Reasons.SmallCell, used, dropped);
}

/// <summary>The reason codes of verdicts.</summary>
public static class Reasons
{
    public const string NoData = "no_data";
    public const string AllMissing = "all_missing";
    public const string TooFew = "n_too_small";
    public const string ZeroVariance = "zero_variance";
    public const string NonFinite = "non_finite";
    public const string OutOfRange = "out_of_range";
    public const string DuplicateId = "duplicate_id";
    public const string AllZeroDifferences = "all_zero_differences";
    public const string SmallestPAboveAlpha = "min_attainable_p_above_alpha";
    public const string NoRoomToGain = "no_room_to_gain";
    public const string SmallCell = "small_cell";
    public const string DifferentItems = "different_items";
}
