using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

public enum Sex { Woman, Man, Other }

/// <summary>Where a facility stands: village, town, or a secondary city between the two.</summary>
public enum Setting { Rural, Urban, Mixed }

/// <summary>Somebody who applied, as the selection sees her.</summary>
/// <param name="District">Code, as text: 0101.</param>
/// <param name="Province">Name or code; the same words as in the rules.</param>
/// <param name="Facility">Where she works; "" when not known, and then no cap counts her.</param>
/// <param name="Merit">0 to 100, from the rubric; no points for sex or place.</param>
/// <param name="ModulesWanted">Programme ids in the order of her wish.</param>
/// <param name="EligibleCoach">Whether she may be a coach.</param>
/// <param name="EligibleProfessional">Whether she may sit in a module.</param>
/// <param name="IneligibleReason">Why she may not; "" when she may.</param>
public sealed record Applicant(
    PersonId Id,
    string Name,
    Sex Sex,
    string District,
    string DistrictName,
    string Province,
    Setting Setting,
    string Facility,
    string Cadre,
    int Merit,
    IReadOnlyList<string> ModulesWanted,
    bool EligibleCoach,
    bool EligibleProfessional,
    string IneligibleReason)
{
    /// <summary>The programmes she wants and may have, in the order of her wish.</summary>
    public IReadOnlyList<string> MayHave() =>
        [.. ModulesWanted.Distinct().Where(module => module == SelectionRules.Coaching ? EligibleCoach : EligibleProfessional)];
}
