using RbcBot.Core.People;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Core.Selection;

public sealed class ExplanationTests
{
    static readonly SelectionRules Two = new([new ProgrammeSeats("epilepsy", 2, 0)], 0.5, 0.5, 0.5, 0, [], 2, 2, 3);

    static readonly Applicant[] People =
    [
        Pool.Person("good woman", 90), Pool.Person("fair woman", 70),
        Pool.Person("good man", 80, Sex.Man), Pool.Person("other man", 75, Sex.Man), Pool.Person("equal man", 80, Sex.Man),
        Pool.Person("late", 99) with { EligibleCoach = false, EligibleProfessional = false, IneligibleReason = "too late" },
        Pool.Person("elsewhere", 99, wants: "surgery"),
    ];

    [Theory]
    [InlineData("good woman", Why.ChosenForMerit, 20)]
    [InlineData("fair woman", Why.Merit, 20)]
    [InlineData("other man", Why.Merit, 5)]
    [InlineData("late", Why.NotEligible, null)]
    [InlineData("elsewhere", Why.NothingWanted, null)]
    public void Everybody_is_told_why_and_what_the_other_way_would_cost(string id, Why why, int? lost)
    {
        var found = Explain(id);
        Assert.Equal((why, lost), (found.Why, found.MeritLost));
    }

    [Fact]
    public void Equals_are_parted_by_the_tie_break_and_both_are_told() =>
        Assert.Equal([Why.ChosenByTieBreak, Why.TieBreak], new[] { Explain("good man").Why, Explain("equal man").Why }.Order());

    [Fact]
    public void Whoever_loses_the_seat_is_named() => Assert.Equal([new PersonId("good woman")], Explain("fair woman").InsteadOf);

    [Fact]
    public void The_only_man_sits_because_of_a_rule()
    {
        var pool = People[..3];
        var panel = ChoosePanel.Of(pool, Two, CancellationToken.None);
        var found = Explanation.Of(pool, Two, panel, new PersonId("good man"), CancellationToken.None);
        Assert.Equal(Why.ChosenForRule, found.Why);
        Assert.Contains(found.Rules, rule => rule.Kind == RuleKind.WomenCeiling);
    }

    [Fact]
    public void The_reason_of_the_screening_is_passed_on() => Assert.Equal("too late", Explain("late").Reason);

    static Explanation Explain(string id) =>
        Explanation.Of(People, Two, ChoosePanel.Of(People, Two, CancellationToken.None), new PersonId(id), CancellationToken.None);
}
