namespace RbcBot.Core.Selection;

/// <summary>The kinds of rule that a selection keeps.</summary>
public enum RuleKind { Seats, WomenFloor, WomenCeiling, RuralFloor, ProvinceFloor, FacilityCap, DistrictCap }

/// <summary>One rule in one programme: at least, or at most, so many people of a group.</summary>
/// <param name="Group">The province of a province floor; "" otherwise, a cap holding for each facility or district alike.</param>
/// <param name="Wanted">The bound in people.</param>
public sealed record Rule(RuleKind Kind, string Programme, string Group, int Wanted)
{
    /// <summary>Whether it is a floor; else it is a ceiling or a cap.</summary>
    public bool IsFloor => Kind is RuleKind.Seats or RuleKind.WomenFloor or RuleKind.RuralFloor or RuleKind.ProvinceFloor;

    /// <summary>The rules of all programmes, for the seats that can be filled.</summary>
    internal static IReadOnlyList<Rule> Of(SelectionRules rules, IReadOnlyDictionary<string, int> seats) =>
        [.. rules.Programmes.Where(one => seats[one.Programme] > 0).SelectMany(one => Of(rules, one, seats[one.Programme]))];

    static IEnumerable<Rule> Of(SelectionRules rules, ProgrammeSeats programme, int seats)
    {
        var floor = Up(rules.WomenFloor, seats);
        yield return new Rule(RuleKind.Seats, programme.Programme, "", seats);
        yield return new Rule(RuleKind.WomenFloor, programme.Programme, "", floor);
        yield return new Rule(RuleKind.WomenCeiling, programme.Programme, "", Math.Max(floor, Down(rules.WomenCeiling, seats)));
        yield return new Rule(RuleKind.RuralFloor, programme.Programme, "", Up(rules.RuralFloor, seats));
        foreach (var province in rules.Provinces.Where(_ => programme.PerProvince > 0))
            yield return new Rule(RuleKind.ProvinceFloor, programme.Programme, province, programme.PerProvince);
        yield return new Rule(RuleKind.FacilityCap, programme.Programme, "", rules.FacilityCap);
        yield return new Rule(RuleKind.DistrictCap, programme.Programme, "", rules.DistrictCap);
    }

    // Shares are decimals in people's minds: 0.6 of 10 is 6, not 6.000000000000001.
    static int Up(double share, int seats) => (int)Math.Ceiling((decimal)share * seats);

    static int Down(double share, int seats) => (int)Math.Floor((decimal)share * seats);
}
