using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class ExplainTests
{
    const string Survey = """
        type | name | label | relevant | calculation | constraint | repeat_count
        integer | age | How old? | | | . < 120 |
        begin_group | child | Child | ${age} < 18 | | |
        text | school | Which school? | | | |
        end_group | | | | | |
        calculate | twice | | | ${age} * 2 | |
        integer | visits | How many visits? | | | |
        begin_repeat | visit | Visit | | | | ${visits}
        integer | cost | What did it cost? | | | |
        calculate | double | | | ${cost} * 2 | |
        end_repeat | | | | | |
        """;

    static readonly FormMoment Moment = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);

    [Fact]
    public void A_row_in_a_group_that_does_not_count_names_the_group_and_its_values()
    {
        var school = Row(Given("/data/age", "30"), "school");
        Assert.False(school.Counts);
        var reason = Assert.Single(school.Reasons, reason => reason.Holds == false);
        Assert.Equal(("relevant", "${age} < 18", 3, "child"), (reason.Column, reason.Source, reason.Row, reason.Owner));
        Assert.Equal([new NamedValue("age", "30")], reason.Values);
    }

    [Fact]
    public void A_row_that_counts_has_no_reason_that_is_false() =>
        Assert.DoesNotContain(Row(Given("/data/age", "9"), "school").Reasons, reason => reason.Holds == false);

    [Fact]
    public void What_is_calculated_shows_its_value_and_what_it_is_made_of()
    {
        var twice = Row(Given("/data/age", "9"), "twice");
        Assert.Equal(("18", QuestionType.Calculate, false), (twice.Value, twice.Type, twice.IsAnswered));
        Assert.Equal("${age} * 2", Assert.Single(twice.Reasons).Source);
    }

    [Fact]
    public void Every_instance_of_a_repeat_sees_its_own_values()
    {
        var rows = Given("/data/visits", "2", "/data/visit[1]/cost", "5", "/data/visit[2]/cost", "7").Where(row => row.Name == "double");
        Assert.Equal(["cost = 5", "cost = 7"], rows.Select(row => $"cost = {row.Reasons[0].Values[0].Value}"));
    }

    [Fact]
    public void A_repeat_says_what_it_is_counted_by() =>
        Assert.Contains(Given("/data/visits", "2"), row => row is { Name: "visit", Type: null } && row.Reasons.Any(reason => reason is { Column: "repeat_count", Source: "${visits}" }));

    [Fact]
    public void A_constraint_of_a_blank_is_neither_kept_nor_broken() =>
        Assert.Null(Row(Given(), "age").Reasons.Single(reason => reason.Column == "constraint").Holds);

    static RowState Row(IReadOnlyList<RowState> rows, string name) => rows.First(row => row.Name == name);

    static IReadOnlyList<RowState> Given(params string[] answers)
    {
        var form = FormReading.Of(Xlsx.Of(("survey", Survey)), "explained.xlsx").Form!; // the sheet below is refused by nothing
        return FormRun.Of(form, [.. answers.Chunk(2).Select(pair => new GivenAnswer(pair[0], pair[1]))], Moment).Explain();
    }
}
