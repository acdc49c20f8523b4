using RbcBot.Core.Problems;

namespace RbcBot.Core.Selection;

/// <summary>What a selection has to keep, published before anybody is looked at. A person counts in every group she belongs to.</summary>
/// <param name="Programmes">Seats and province floors, the programme that fills its seats first coming first.</param>
/// <param name="WomenTarget">Share hoped for: shown, not enforced.</param>
/// <param name="WomenFloor">Least share of women in a programme, rounded up to whole seats.</param>
/// <param name="WomenCeiling">Largest share of women, rounded down to whole seats, never below the floor.</param>
/// <param name="RuralFloor">Least share from rural or mixed places, rounded up to whole seats.</param>
/// <param name="Provinces">Every province that has to be there, also those from which nobody applied.</param>
/// <param name="FacilityCap">Most people of one facility in a programme.</param>
/// <param name="DistrictCap">Most people of one district in a programme.</param>
/// <param name="ReserveSize">How many stand in reserve for a programme.</param>
public sealed record SelectionRules(
    IReadOnlyList<ProgrammeSeats> Programmes,
    double WomenTarget,
    double WomenFloor,
    double WomenCeiling,
    double RuralFloor,
    IReadOnlyList<string> Provinces,
    int FacilityCap,
    int DistrictCap,
    int ReserveSize)
{
    /// <summary>The id of the training of coaches.</summary>
    public const string Coaching = "coaching";

    /// <summary>The programme's starting point (10 coaches, 40 a module) for the modules that run and the country's provinces.</summary>
    public static SelectionRules Of(IReadOnlyList<string> modules, IReadOnlyList<string> provinces) => new(
        [new ProgrammeSeats(Coaching, 10, 1), .. modules.Select(module => new ProgrammeSeats(module, 40, 4))],
        WomenTarget: 0.5, WomenFloor: 0.4, WomenCeiling: 0.6, RuralFloor: 0.6,
        provinces, FacilityCap: 2, DistrictCap: 4, ReserveSize: 10);

    /// <summary>What is wrong with the rules themselves; empty when they can be used.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. When(Programmes.Count == 0 || Programmes.DistinctBy(one => one.Programme).Count() < Programmes.Count, "programmes"),
        .. When(Programmes.Any(one => one.Seats is < 1 or > 1000 || one.PerProvince < 0), "seats"),
        .. When(new[] { WomenTarget, WomenFloor, WomenCeiling, RuralFloor }.Any(share => share is not (>= 0 and <= 1)), "shares"),
        .. When(WomenFloor > WomenTarget || WomenTarget > WomenCeiling, "women"),
        .. When(FacilityCap < 1 || DistrictCap < 1, "caps"),
        .. When(Provinces.Distinct().Count() < Provinces.Count, "provinces"),
        .. When(Programmes.Any(one => (long)one.PerProvince * Provinces.Count > one.Seats), "province-seats"),
        .. When(ReserveSize < 0, "reserve"),
    ];

    static IEnumerable<Problem> When(bool isWrong, string what)
    {
        if (isWrong)
            yield return new Problem("422.1", $"selection.rules.{what}", []);
    }
}

/// <summary>The seats of one programme.</summary>
/// <param name="Programme">The module's id, or "coaching".</param>
/// <param name="PerProvince">Least people of every province.</param>
public sealed record ProgrammeSeats(string Programme, int Seats, int PerProvince);
