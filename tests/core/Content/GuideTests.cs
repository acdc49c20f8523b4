using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

public sealed class GuideTests
{
    static readonly GivenRun GuideA = GivenRun.Of("forms/guide-a.xlsx"), GuideB = GivenRun.Of("forms/guide-b.xlsx"), GuideC = GivenRun.Of("forms/guide-c.xlsx");

    [Theory]
    [InlineData("b6=no", "b7", false)]
    [InlineData("b6=yes", "b7", true)]
    [InlineData("b6=no", "b8", true)]
    [InlineData("b9=0", "b10", false)]
    [InlineData("b9=0", "b11", false)]
    [InlineData("b9=0", "b12", true)]
    [InlineData("b9=3", "b10", true)]
    [InlineData("b9=", "b10", true)]
    [InlineData("b21=basic", "b21a", true)]
    [InlineData("b21=shared", "b21a", false)]
    [InlineData("b3=other", "b3_other", true)]
    [InlineData("b3=nurse", "b3_other", false)]
    [InlineData("b18=other", "b18_other", true)]
    public void Guide_b_asks_what_its_table_says(string answers, string question, bool asked) =>
        Assert.Equal(asked, GuideB.Answered(answers).Asks(question));

    [Theory]
    [InlineData("a4=none", "a5", false)]
    [InlineData("a4=teach", "a5", true)]
    [InlineData("a15=none", "a16", false)]
    [InlineData("a15=referrals", "a16", true)]
    [InlineData("a8_1=stigma", "a8_2", true)]
    public void Guide_a_asks_what_its_table_says(string answers, string question, bool asked) =>
        Assert.Equal(asked, GuideA.Answered(answers).Asks(question));

    [Theory]
    [InlineData("c5=none", "c6", false)]
    [InlineData("c5=none", "c6a", true)]
    [InlineData("c5=2_5", "c6", true)]
    [InlineData("c9=none", "c10", false)]
    [InlineData("c12=unsure", "c12a", true)]
    [InlineData("c16=2", "c16a", true)]
    [InlineData("c16=3", "c16a", false)]
    public void Guide_c_asks_what_its_table_says(string answers, string question, bool asked) =>
        Assert.Equal(asked, GuideC.Answered(answers).Asks(question));

    [Fact]
    public void An_obstacle_that_was_ranked_is_not_offered_again()
    {
        var run = GuideA.Answered("a8_1=stigma a8_2=transport");

        Assert.DoesNotContain(run.Step("a8_3").Options, choice => choice.Name is "stigma" or "transport");
        Assert.Equal(6, run.Step("a8_3").Options.Count);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("mhgap", "yes")]
    [InlineData("epilepsy_protocol", "no")]
    public void A_missing_epilepsy_protocol_is_flagged(string documents, string gap) =>
        Assert.Equal(gap, GuideA.With("a10", documents).Value("protocol_gap"));

    [Fact]
    public void A_refused_number_gets_a_kind_sentence_in_three_languages() =>
        Assert.Equal(["en", "fr", "rw"], GuideB.Try("b5", "51").Messages.Keys.Order());

    [Fact]
    public void None_does_not_go_together_with_a_medicine() =>
        Assert.Equal(Refusal.Constraint, GuideB.Answered("b9=3").Try("b10", "none valproate").Refused);

    [Fact]
    public void Every_district_can_be_chosen() => Assert.Equal(30, GuideB.Step("b1_district").Options.Count);

    [Theory]
    [InlineData("forms/guide-a.xlsx")]
    [InlineData("forms/guide-b.xlsx")]
    public void Every_task_is_rated_twice(string file) =>
        Assert.Equal(32, GivenRun.Of(file).Form.Questions.Count(question => question.Name.EndsWith("_imp", StringComparison.Ordinal) || question.Name.EndsWith("_abl", StringComparison.Ordinal)));
}
