using RbcBot.Core.Selection;

namespace RbcBot.Tests.Core.Selection;

public sealed class InfeasibleTests
{
    static readonly SelectionRules Ten = new([new ProgrammeSeats("epilepsy", 10, 0)], 0.5, 0.4, 0.6, 0.6, [], 10, 10, 3);

    [Fact]
    public void Too_few_women_is_the_rule_that_is_named_and_one_is_missing()
    {
        var conflict = Choose(Ten, women: 3, men: 12).Conflict!;
        Assert.Contains(conflict.Rules, rule => rule.Kind == RuleKind.WomenFloor);
        Assert.Contains(conflict.WaysOut, way => way.Changes is [{ Rule.Kind: RuleKind.WomenFloor, By: 1 }]);
    }

    [Fact]
    public void Every_rule_of_the_conflict_is_needed_for_it() =>
        Assert.Equal([RuleKind.WomenFloor], Choose(Ten, women: 3, men: 12).Conflict!.Rules.Select(rule => rule.Kind));

    [Fact]
    public void Nobody_is_seated_and_nothing_is_relaxed_in_silence()
    {
        var panel = Choose(Ten, women: 3, men: 12);
        Assert.Equal((Proof.Infeasible, 0), (panel.Proof, panel.Seats.Count));
    }

    [Fact]
    public void A_province_from_which_nobody_applied_is_not_skipped()
    {
        var rules = Ten with { Programmes = [new ProgrammeSeats("epilepsy", 10, 1)], Provinces = ["South", "West"] };
        Assert.Contains(Choose(rules, women: 7, men: 7).Conflict!.Rules, rule => rule is { Kind: RuleKind.ProvinceFloor, Group: "West" });
    }

    [Fact]
    public void Fewer_applicants_than_seats_is_said_and_the_shares_follow_the_people()
    {
        var panel = Choose(Ten, women: 2, men: 3);
        Assert.Equal(new Shortage("epilepsy", 10, 5), Assert.Single(panel.Shortages));
        Assert.Equal((Proof.Optimal, 5), (panel.Proof, panel.Seats.Count));
    }

    [Fact]
    public void A_cap_that_leaves_seats_empty_is_a_conflict_and_not_an_empty_seat()
    {
        var panel = Choose(Ten with { DistrictCap = 9 }, women: 5, men: 5);
        Assert.Equal([RuleKind.Seats, RuleKind.DistrictCap], panel.Conflict!.Rules.Select(rule => rule.Kind));
    }

    [Fact]
    public void A_pool_of_240_gets_its_conflict_named_and_a_way_out()
    {
        var conflict = ChoosePanel.Of(Pool.Of(240), Pool.Rules with { RuralFloor = 1 }, CancellationToken.None).Conflict!;
        Assert.Contains(conflict.Rules, rule => rule.Kind == RuleKind.RuralFloor);
        Assert.Contains(conflict.Rules, rule => rule is { Kind: RuleKind.ProvinceFloor, Group: "Kigali" });
        Assert.NotEmpty(conflict.WaysOut);
    }

    [Theory]
    [InlineData("women", 0.7, 0.6)]
    [InlineData("shares", -0.1, 0.6)]
    public void Rules_that_contradict_themselves_are_refused(string what, double floor, double ceiling) =>
        Assert.Contains((Ten with { WomenFloor = floor, WomenCeiling = ceiling }).Problems(), problem => problem.Key == $"selection.rules.{what}");

    static Panel Choose(SelectionRules rules, int women, int men) => ChoosePanel.Of(
        [.. Enumerable.Range(0, women).Select(place => Pool.Person($"w{place}")), .. Enumerable.Range(0, men).Select(place => Pool.Person($"m{place}", sex: Sex.Man))],
        rules, CancellationToken.None);
}
