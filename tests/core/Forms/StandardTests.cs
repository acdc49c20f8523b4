using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

/// <summary>What the standard says of columns and types beyond questions and answers.</summary>
public sealed class StandardTests
{
    [Fact]
    public void Or_other_offers_other_and_asks_what_it_is()
    {
        var run = FormOf.Run("type|name|label\nselect_one topic or_other|t|Topic?");

        Assert.Equal("other", run.Next!.Options[^1].Name);
        run = run.Given("t", "other");
        Assert.Equal(("/data/t_other", "Specify other."), (run.Next?.Path, run.Next?.Label("")));
        Assert.Null(run.Given("t", "a").Next);
    }

    [Fact]
    public void Trigger_sets_a_row_when_the_answer_changes_and_not_before()
    {
        var run = FormOf.Run("type|name|label|calculation|trigger\ntext|a|A?\ntext|b|B?\ncalculate|seen||concat(${b}, '!')|${a}").Given("b", "first");
        Assert.Equal("", run.Value("/data/seen"));

        run = run.Given("a", "x", "b", "second");

        Assert.Equal("first!", run.Value("/data/seen"));
        Assert.Equal("first!", run.Again().Value("/data/seen"));
        Assert.Equal("second!", run.Given("a", "y").Again().Value("/data/seen"));
    }

    [Fact]
    public void Once_keeps_its_first_value_through_every_turn()
    {
        var form = FormOf.Survey("type|name|label|calculation\ntext|a|A?\ncalculate|at||once(format-date-time(now(), '%H:%M'))");
        var run = FormRun.Of(form, [], FormOf.Moment).Given("a", "x");

        var later = FormRun.Of(form, run.Answers, FormOf.Moment with { Now = FormOf.Now.AddHours(3) });

        Assert.Equal("09:00", later.Given("a", "y").Value("/data/at"));
    }

    [Fact]
    public void Constraint_sees_what_follows_from_the_answer()
    {
        var run = FormOf.Run("type|name|label|calculation|constraint\ninteger|a|A?||${double} < 10\ncalculate|double||${a} * 2");

        Assert.Equal(Refusal.Constraint, run.Try("/data/a", "5").Refused);
        Assert.Equal("", run.Value("/data/double"));
        Assert.Equal("8", run.Given("a", "4").Value("/data/double"));
    }

    [Fact]
    public void Order_of_choices_is_the_standards_for_a_seed_and_the_persons_own_without()
    {
        var form = FormOf.Survey("type|name|label|parameters\nselect_one topic|s|S?|randomize=true, seed=42\nselect_one topic|r|R?|randomize=true");
        string Order(string name, long seed) => string.Concat(FormRun.Of(form, [], FormOf.Moment with { Seed = seed }).At("/data/" + name)!.Options.Select(option => option.Name));

        Assert.Equal(Order("s", 1), Order("s", 2));
        Assert.Equal(Order("r", 3), Order("r", 3));
        Assert.True(Enumerable.Range(0, 20).Select(seed => Order("r", seed)).Distinct().Count() > 5);
    }

    [Theory]
    [InlineData("range", "start=0 end=2 step=0.5", "1.5", null)]
    [InlineData("range", "start=0 end=2 step=0.5", "1.4", Refusal.NotAnOption)]
    [InlineData("range", "", "11", Refusal.NotAnOption)]
    [InlineData("rank topic", "", "c a b d", null)]
    [InlineData("rank topic", "", "c c b d", Refusal.NotAnOption)]
    [InlineData("time", "", "14:30", null)]
    [InlineData("time", "", "25:00", Refusal.WrongType)]
    [InlineData("datetime", "", "2026-01-15T14:30:00.000+02:00", null)]
    [InlineData("datetime", "", "2026-01-15", Refusal.WrongType)]
    [InlineData("geopoint", "", "-1.95 30.06 0 0", null)]
    [InlineData("geopoint", "", "-91 30.06", Refusal.WrongType)]
    [InlineData("geotrace", "", "-1.95 30.06 0 0; -1.96 30.07 0 0", null)]
    [InlineData("image", "", "photo-1.jpg", null)]
    [InlineData("image", "", "../photo-1.jpg", Refusal.WrongType)]
    public void Answer_is_judged_by_its_type(string type, string parameters, string value, Refusal? refused) =>
        Assert.Equal(refused, FormOf.Run($"type|name|label|parameters\n{type}|q|Q?|{parameters}").Try("/data/q", value).Refused);

    [Fact]
    public void Channel_fills_in_who_answers_and_last_answers_are_seen()
    {
        var form = FormOf.Survey("type|name|label|default\nusername|who\nphonenumber|phone\ntext|town|Town?|${last-saved#town}");
        var moment = FormOf.Moment with { Person = new Dictionary<string, string> { ["username"] = "aline" }, LastSaved = [new("/data/town", "Huye")] };

        var run = FormRun.Of(form, [], moment);

        Assert.Equal(("aline", "", "Huye"), (run.Value("/data/who"), run.Value("/data/phone"), run.Next?.Value));
    }

    [Fact]
    public void Loop_is_a_group_for_every_choice()
    {
        var run = FormOf.Run("type|name|label\nbegin_loop over topic|all|All\ninteger|n|How often %(label)s (%(name)s)?\nend_loop");

        Assert.Equal("/data/all/a/n", run.Next?.Path);
        Assert.Equal("How often Alpha (a)?", run.Next?.Label(""));
        Assert.Equal("/data/all/d/n", run.Form.Questions[^1].Path);
    }

    [Fact]
    public void Table_of_questions_is_said_after_its_heading()
    {
        var run = FormOf.Run("type|name|label|appearance\nbegin_group|g|Rate these|table-list\nselect_one yn|a|First?\nselect_one yn|b|Second?\nend_group");

        Assert.Equal((QuestionType.Note, "Rate these", "/data/g"), (run.Next?.Question.Type, run.Next?.Label(""), run.Next?.FieldList));
        Assert.Equal("/data/g/a", run.Following(run.Next!.Path)?.Path);
    }

    [Fact]
    public void Read_only_by_condition_is_told_and_not_asked()
    {
        var run = FormOf.Run("type|name|label|read_only|default\nselect_one yn|y|Y?\ninteger|n|N?|${y} = 'yes'|5").Given("y", "yes");

        Assert.Equal((QuestionType.Note, "5"), (run.Next?.Question.Type, run.Next?.Value));
        Assert.Equal(QuestionType.Integer, run.Given("y", "no").Next?.Question.Type);
    }

    [Fact]
    public void Stop_sign_names_the_answers_it_follows_from()
    {
        var run = FormOf.Run("type|name|label|relevant|required|calculation\ninteger|a|A?\ninteger|b|B?\ninteger|c|C?\ncalculate|sum||||${a} + ${b}\nnote|stop|The sum is not 10.|${sum} != 10|yes")
            .Given("a", "4", "b", "5", "c", "1");

        Assert.Equal(("/data/stop", true), (run.Next?.Path, run.Next?.Required));
        Assert.Equal(["/data/a", "/data/b"], run.Causes("/data/stop"));
        Assert.Null(run.Given("b", "6").Next);
    }

    [Fact]
    public void Row_left_for_later_is_asked_at_the_end()
    {
        var run = FormOf.Run("type|name|label|required\ntext|a|A?|yes\ntext|b|B?");

        Assert.Equal("/data/b", run.Following("/data/a")?.Path);
        Assert.Equal("/data/a", run.Given("b", "x").Next?.Path);
    }

    [Fact]
    public void Submission_is_called_as_the_author_wrote() =>
        Assert.Equal("Aline / 2026", FormRun.Of(FormOf.Survey("type|name|label\ntext|a|A?", settings: "form_id|instance_name\nf|concat(${a}, ' / ', 2026)"), [], FormOf.Moment)
            .Given("a", "Aline").InstanceName);

    [Fact]
    public void Root_has_the_name_of_the_settings() =>
        Assert.Equal("/visit/a", FormOf.Survey("type|name|label\ntext|a|A?", settings: "form_id|name\nf|visit").Questions[0].Path);

    [Theory]
    [InlineData("begin_repeat|r|R|${x}\ninteger|x|X\nend_repeat", "cycle", 2)]
    [InlineData("begin_repeat|r|R\ntext|x|X\nend_group", "group-crossed", 4)]
    [InlineData("begin_group|r|R|3\ntext|x|X\nend_group", "count-of-group", 2)]
    [InlineData("range|x|X|||start=5 end=1", "range-unclear", 2)]
    [InlineData("text|x|X||now", "trigger-unclear", 2)]
    [InlineData("select_one nolist|x|X", "list-missing", 2)]
    public void Mistake_is_refused_at_its_row(string rows, string code, int row)
    {

        var (_, findings) = FormReading.Of(Xlsx.Of(("survey", "type|name|label|repeat_count|trigger|parameters\n" + rows), ("choices", "list_name|name|label\nyn|yes|Yes")), "f.xlsx");

        Assert.Equal((code, (int?)row), (findings[0].Code, findings[0].Row));
    }

    [Fact]
    public void Row_that_is_worked_out_takes_no_answer_not_even_a_blank_one()
    {
        var run = FormOf.Run("type|name|label|calculation\ninteger|n|N?\ncalculate|first||once(concat('n', ${n}))\ntoday|day\nstart|began\nend|ended").Given("n", "1");

        Assert.All(["first", "day", "began", "ended"], name => Assert.Equal(Refusal.WrongType, run.Try("/data/" + name, "").Refused));
    }
}
