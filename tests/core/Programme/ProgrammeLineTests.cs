using RbcBot.Core.Programme;

namespace RbcBot.Tests.Core.Programme;

public sealed class ProgrammeLineTests
{
    static readonly DateTimeOffset March = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_programme_without_rounds_stands_at_its_beginning() =>
        Assert.Equal((Phase.Needs, 0), (ProgrammeLine.Of([]).Now, ProgrammeLine.Of([]).Began.Count));

    [Theory]
    [InlineData(RoundKind.Interview, "", Phase.Needs)]
    [InlineData(RoundKind.Application, "", Phase.Selection)]
    [InlineData(RoundKind.Test, "pre", Phase.Training)]
    [InlineData(RoundKind.Test, "6m", Phase.Evaluation)]
    [InlineData(RoundKind.Feedback, "", Phase.Evaluation)]
    public void A_round_tells_of_its_phase(RoundKind kind, string moment, Phase phase) =>
        Assert.Equal(phase, ProgrammeLine.Of([Round(RoundKind.Interview, "", 0), Round(kind, moment, 2)]).Now);

    [Fact]
    public void A_phase_began_with_its_first_round() =>
        Assert.Equal(March, ProgrammeLine.Of([Round(RoundKind.Interview, "", 3), Round(RoundKind.Interview, "", 0)]).Began[Phase.Needs]);

    [Fact]
    public void When_the_last_test_is_closed_it_is_time_to_report() =>
        Assert.Equal(Phase.Reports, ProgrammeLine.Of([Round(RoundKind.Test, "6m", 9) with { IsOpen = false }]).Now);

    static Round Round(RoundKind kind, string moment, int months) => new($"R{months}", kind, "form", "v1", "", moment, true, March.AddMonths(months));
}
