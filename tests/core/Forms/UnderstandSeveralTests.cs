using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

public sealed class UnderstandSeveralTests
{
    static readonly DateTimeOffset Now = new(2026, 3, 5, 8, 0, 0, TimeSpan.Zero);

    static readonly IReadOnlyList<FormStep> Counts = Steps("integer | mothers | Number of mothers", "integer | children | Number of children", "integer | beds | Beds");
    static readonly IReadOnlyList<FormStep> Two = [Counts[0], Counts[1]];
    static readonly IReadOnlyList<FormStep> Weights = Steps("decimal | weight | Weight in kg", "decimal | height | Height in m");
    static readonly IReadOnlyList<FormStep> Person = Steps("text | name | Name of the child", "integer | age | Age in years");
    static readonly IReadOnlyList<FormStep> Visit = Steps("date | day | Day of the visit", "integer | hours | Hours on the way");
    static readonly IReadOnlyList<FormStep> Ratings = Steps("select_one scale | importance | How important is it?", "select_one scale | ability | How able are you?");

    [Theory]
    [InlineData("12, 5, 3")]
    [InlineData("12 5 3")]
    [InlineData("12,5,3")]
    [InlineData("12\n5\n3")]
    [InlineData("12; 5; 3")]
    [InlineData("1) 12\n2) 5\n3) 3")]
    [InlineData("12, 5 na 3")]
    [InlineData("mothers 12 children 5 beds 3")]
    [InlineData("Beds: 3\nMothers: 12\nChildren: 5")]
    [InlineData("number of mothers = 12, number of children = 5, beds = 3")]
    [InlineData("12 mothers, 5 children and 3 beds")]
    public void Three_counts_stand_in_one_message(string text) => Assert.Equal(new string?[] { "12", "5", "3" }, Values(Counts, text));

    [Theory]
    [InlineData("70,5 1,62", "70.5", "1.62")]
    [InlineData("70.5, 1.62", "70.5", "1.62")]
    [InlineData("weight 70 height 1,6", "70", "1.6")]
    public void Decimals_may_have_commas(string text, string weight, string height) => Assert.Equal(new string?[] { weight, height }, Values(Weights, text));

    [Theory]
    [InlineData("1 200 3", "1200", "3")]
    [InlineData("icumi, kabiri", "10", "2")]
    public void A_reading_that_is_the_only_one_is_taken(string text, string first, string second) => Assert.Equal(new string?[] { first, second }, Values(Two, text));

    [Theory]
    [InlineData("12 500")]
    [InlineData("12,500")]
    [InlineData("icumi na kabiri")]
    [InlineData("12")]
    [InlineData("12 5 3")]
    [InlineData("12\n5\n3")]
    [InlineData("children 5")]
    [InlineData("children 5 12")]
    [InlineData("mothers 12 mothers 5")]
    [InlineData("")]
    public void What_could_be_mixed_up_is_unclear_for_all(string text)
    {
        var readings = UnderstandSeveral.Read(Two, text, Language.En, Asking.Today);
        Assert.All(readings, reading => Assert.Equal((null, "understand.several"), (reading.Value, reading.HintKey)));
        Assert.Equal("Number of mothers: …\nNumber of children: …", readings[0].HintSlots[0].Value);
    }

    [Theory]
    [InlineData("Keza\n7")]
    [InlineData("Keza, 7")]
    [InlineData("Age: 7\nName: Keza")]
    public void A_name_needs_a_line_or_a_comma(string text) => Assert.Equal(new string?[] { "Keza", "7" }, Values(Person, text));

    [Fact]
    public void A_name_and_an_age_in_one_breath_are_not_parted() => Assert.Equal(new string?[] { null, null }, Values(Person, "Keza 7"));

    [Theory]
    [InlineData("3 mai 2024, 4")]
    [InlineData("Hours: 4\nDay: 03/05/2024")]
    public void A_day_and_a_count_are_told_apart(string text) => Assert.Equal(new string?[] { "2024-05-03", "4" }, Values(Visit, text));

    [Theory]
    [InlineData("3 2", "high", "some")]
    [InlineData("high, low", "high", "low")]
    [InlineData("3\n1", "high", "low")]
    public void Two_ratings_stand_in_one_message(string text, string importance, string ability) => Assert.Equal(new string?[] { importance, ability }, Values(Ratings, text));

    [Fact]
    public void The_part_that_is_no_answer_says_how_it_is_given()
    {
        var readings = UnderstandSeveral.Read(Counts, "12\nmany\n3", Language.En, Asking.Today);
        Assert.Equal([null, null, null], readings.Select(reading => reading.Value));
        Assert.Equal("understand.number", readings[1].HintKey);
    }

    [Fact]
    public void Two_or_three_short_questions_fit()
    {
        Assert.True(UnderstandSeveral.Fits(Counts));
        Assert.False(UnderstandSeveral.Fits([Counts[0]]));
        Assert.False(UnderstandSeveral.Fits([.. Counts, Person[1]]));
    }

    static string?[] Values(IReadOnlyList<FormStep> steps, string text) =>
        [.. UnderstandSeveral.Read(steps, text, Language.En, Asking.Today).Select(reading => reading.Value)];

    static IReadOnlyList<FormStep> Steps(params string[] rows)
    {
        var file = Xlsx.Of(("survey", "type | name | label\n" + string.Join('\n', rows)), ("choices", "list_name | name | label\nscale | low | Low\nscale | some | Some\nscale | high | High"));
        var form = FormReading.Of(file, "several.xlsx").Form!; // the rows above are right
        var run = FormRun.Of(form, [], new FormMoment(Now, Now, TimeZoneInfo.Utc));
        return [.. form.Questions.Select(question => run.At(question.Path)!)]; // nothing hides them
    }
}
