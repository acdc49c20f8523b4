namespace RbcBot.Tests.Core.Content;

public sealed class EpilepsyTestTests
{
    static readonly GivenRun Test = GivenRun.Of("forms/test-epilepsy.xlsx");

    [Theory]
    [InlineData(20, "20", "yes")]
    [InlineData(14, "14", "yes")]
    [InlineData(13, "13", "no")]
    [InlineData(0, "0", "no")]
    public void Fourteen_of_twenty_pass(int right, string score, string passed)
    {
        var run = Keys().Aggregate(Test, (run, item) => run.With(item.Name, item.Number <= right ? item.Key : "dk"));

        Assert.Equal((score, passed), (run.Value("score"), run.Value("passed")));
    }

    [Fact]
    public void One_critical_item_wrong_is_told_apart_from_the_score()
    {
        var run = Keys().Aggregate(Test, (run, item) => run.With(item.Name, item.Number == 14 ? "dk" : item.Key));

        Assert.Equal(("19", "yes", "no"), (run.Value("score"), run.Value("passed"), run.Value("critical_right")));
    }

    [Fact]
    public void No_letter_is_the_key_more_often_than_chance_would_have_it() =>
        Assert.All(Keys().GroupBy(item => item.Key), same => Assert.InRange(same.Count(), 4, 6));

    static IEnumerable<(string Name, int Number, string Key)> Keys() =>
        Test.Form.Questions.Where(question => question.Chat.ContainsKey("key")).Select((question, index) => (question.Name, index + 1, question.Chat["key"]));
}
