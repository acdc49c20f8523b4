namespace RbcBot.Core.Places;

/// <summary>How surely a writing names a district.</summary>
public enum DistrictCertainty
{
    /// <summary>One district by its name or code.</summary>
    Exact,

    /// <summary>One district by the name of its town before 2006: confirm.</summary>
    FormerTown,

    /// <summary>One district by a spelling close to its name, or with a province it does not lie in: confirm.</summary>
    Near,

    /// <summary>Several districts fit, as they do for "Kigali": ask which.</summary>
    Ambiguous,

    /// <summary>A province was named, not a district: ask for a district of it.</summary>
    Province,

    /// <summary>No district fits.</summary>
    None,
}

/// <summary>What was made of a writing that should name a district.</summary>
/// <param name="Districts">The one meant; the several that fit; none when nothing fits or a province was named.</param>
/// <param name="Province">The province named; null when none was.</param>
public sealed record DistrictMatch(DistrictCertainty Certainty, IReadOnlyList<District> Districts, Province? Province)
{
    /// <summary>The one district meant, sure or to be confirmed; null when there are several or none.</summary>
    public District? District => Districts is [var one] ? one : null;

    /// <summary>Whether the person should be asked if this is what was meant.</summary>
    public bool NeedsConfirming => Certainty is DistrictCertainty.FormerTown or DistrictCertainty.Near;
}
