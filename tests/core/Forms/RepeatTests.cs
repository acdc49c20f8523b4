using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class RepeatTests
{
    const string Counted = "type|name|label|repeat_count|calculation\ninteger|n|How many?\nbegin_repeat|child|Child|${n}\ntext|first|Name?\ninteger|age|Age of ${first}?\nend_repeat\ncalculate|sum|||sum(${age})\ncalculate|second|||indexed-repeat(${first}, ${child}, 2)";

    const string Open = "type|name|label|calculation\nbegin_repeat|child|Child\ntext|first|Name?\nend_repeat\ncalculate|count||count(${child})\ntext|last|Anything else?";

    [Fact]
    public void Counted_repeat_asks_each_instance_in_turn()
    {
        var run = FormOf.Run(Counted).Given("n", "2", "child[1]/first", "Aline", "child[1]/age", "5", "child[2]/first", "Jean");

        Assert.Equal("/data/child[2]/age", run.Next?.Path);
        Assert.Equal("Age of Jean?", run.Next?.Label(""));
        Assert.Equal("n=2 child[1]/first=Aline child[1]/age=5 child[2]/first=Jean child[2]/age=7 sum=12 second=Jean", run.Given("child[2]/age", "7").Submitted());
    }

    [Fact]
    public void Lowered_count_leaves_answers_out_and_a_raised_one_brings_them_back()
    {
        var run = FormOf.Run(Counted).Given("n", "2", "child[1]/first", "Aline", "child[2]/first", "Jean", "n", "1");

        Assert.Equal("n=1 child[1]/first=Aline", run.Submitted());
        Assert.Equal("n=2 child[1]/first=Aline child[2]/first=Jean second=Jean", run.Given("n", "2").Submitted());
    }

    [Fact]
    public void Default_of_an_instance_is_worked_out_once_also_when_it_was_blank()
    {
        const string Survey = "type|name|label|repeat_count|default\ninteger|n|How many?\ninteger|beds|Beds?\nbegin_repeat|home|Home|${n}\ninteger|slept|Beds here?||${beds}\nend_repeat";

        var run = FormOf.Run(Survey).Given("n", "1", "beds", "3", "n", "2");

        Assert.Equal("n=2 beds=3 home[2]/slept=3", run.Submitted());
        Assert.Equal(run.Submission, run.Again().Submission);
        Assert.Equal("n=2 beds=5 home[2]/slept=3", run.Again().Given("beds", "5").Again().Submitted());
    }

    [Fact]
    public void Open_repeat_asks_for_one_more_until_no()
    {
        var run = FormOf.Run(Open).Given("child[1]/first", "Aline");

        Assert.Equal(("/data/child[2]", QuestionType.AnotherRepeat), (run.Next?.Path, run.Next?.Question.Type));
        Assert.True(run.IsOpenEnded);
        run = run.Given("child[2]", "yes", "child[2]/first", "Jean", "child[3]", "no");
        Assert.Equal("/data/last", run.Again().Next?.Path);
        Assert.False(run.IsOpenEnded);
        Assert.Equal("child[1]/first=Aline child[2]/first=Jean count=2", run.Submitted());
    }

    [Fact]
    public void One_more_can_be_taken_back_and_given_again()
    {
        var run = FormOf.Run(Open).Given("child[1]/first", "Aline", "child[2]", "yes", "child[2]/first", "Jean", "child[3]", "no", "child[2]", "no");

        Assert.Equal("child[1]/first=Aline count=1", run.Submitted());
        Assert.Equal("child[1]/first=Aline child[2]/first=Jean count=2", run.Given("child[2]", "yes").Again().Submitted());
    }

    [Fact]
    public void Count_that_nobody_can_answer_is_refused_and_changes_nothing()
    {
        var run = FormOf.Run(Counted).Given("n", "1");

        Assert.Equal(Refusal.Constraint, run.Try("/data/n", "2010").Refused);
        Assert.Equal("/data/child[1]/first", run.Next?.Path);
    }

    [Fact]
    public void Repeats_nest_and_a_name_means_the_nearest_instance()
    {
        var run = FormOf.Run("""
            type|name|label|repeat_count|calculation|relevant
            begin_repeat|house|House|2
            text|street|Street?
            begin_repeat|person|Person|2
            text|who|Who lives in ${street}?
            calculate|line|||concat(${street}, '/', ${who}, position(..))
            end_repeat
            calculate|people|||count(${who})
            end_repeat
            calculate|all|||count(${who})
            """).Given("house[1]/street", "A", "house[2]/street", "B", "house[2]/person[2]/who", "Eve");

        Assert.Equal("B/Eve2", run.Value("/data/house[2]/person[2]/line"));
        Assert.Equal("Who lives in B?", run.At("/data/house[2]/person[1]/who")?.Label(""));
        Assert.Equal(("2", "4"), (run.Value("/data/house[1]/people"), run.Value("/data/all")));
    }

    [Fact]
    public void Running_total_looks_at_the_instance_before()
    {
        var run = FormOf.Run("type|name|label|repeat_count|calculation\nbegin_repeat|day|Day|3\ninteger|cases|Cases?\ncalculate|total|||if(position(..) = 1, ${cases}, ${cases} + indexed-repeat(${total}, ${day}, position(..) - 1))\nend_repeat")
            .Given("day[1]/cases", "5", "day[2]/cases", "7", "day[3]/cases", "1");

        Assert.Equal("13", run.Value("/data/day[3]/total"));
    }

    [Fact]
    public void Choices_can_be_the_answers_of_a_repeat()
    {
        var run = FormOf.Run("type|name|label\nbegin_repeat|p|Person\ntext|first|Name?\nend_repeat\nselect_one ${first}|head|Who leads?")
            .Given("p[1]/first", "Aline", "p[2]", "yes", "p[2]/first", "Jean", "p[3]", "no");

        Assert.Equal(["Aline", "Jean"], run.Next!.Options.Select(option => option.Name));
        Assert.Equal(Refusal.NotAnOption, run.Try("/data/head", "Eve").Refused);
        Assert.Null(run.Given("head", "Jean").Next);
    }
}
