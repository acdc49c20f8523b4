using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Where the standard is silent, a form goes as it goes in the tools that officers know.</summary>
public sealed class SameAsOthersTests
{
    [Fact]
    public void Choices_of_a_select_multiple_are_stored_as_they_stand_not_as_they_were_ticked()
    {
        var run = FormOf.Run("type|name|label\nselect_multiple topic|t|Topics?");

        Assert.Equal("a c d", run.Given("t", "d a c a").Value("/data/t"));
    }

    [Fact]
    public void Trigger_waits_for_a_change_and_not_for_the_same_answer_again()
    {
        var run = FormOf.Run("type|name|label|calculation|trigger|default\ninteger|a|A?\ncalculate|seen||concat('was ', ${a})|${a}|untouched");

        Assert.Equal("untouched", run.Given("a", "").Value("/data/seen"));
        Assert.Equal("was 2", run.Given("a", "2", "a", "2").Value("/data/seen"));
    }

    [Fact]
    public void Worked_out_question_that_says_nothing_is_not_asked()
    {
        var run = FormOf.Run("type|name|label|calculation\ninteger|a|A?\ninteger|half||${a} div 2\ndate|due||today() + 1").Given("a", "5");

        Assert.Null(run.Next);
        Assert.Equal("a=5 half=2 due=2026-01-16", run.Submitted());
    }

    [Fact]
    public void Question_that_is_read_only_now_keeps_its_value_when_passed()
    {
        var run = FormOf.Run("type|name|label|default|read_only|required\ninteger|a|A?\ntext|b|B?|kept|${a} > 1|yes").Given("a", "2");

        Assert.Equal(QuestionType.Note, run.Next!.Question.Type);
        run = run.Given("b", "");
        Assert.Null(run.Again().Next);
        Assert.Equal("a=2 b=kept", run.Again().Submitted());
    }

    [Fact]
    public void Answer_skipped_stays_blank_where_a_calculation_proposed_one()
    {
        var run = FormOf.Run("type|name|label|calculation\ninteger|a|A?\ninteger|b|B?|${a} + 1").Given("a", "2");

        Assert.Equal("3", run.Next!.Value);
        Assert.Equal("a=2", run.Given("b", "").Again().Submitted());
        Assert.Equal("a=2 b=9", run.Given("b", "9").Again().Submitted());
    }

    [Fact]
    public void Label_without_language_beside_labels_with_one_is_in_the_default_language()
    {
        var form = FormOf.Survey("type|name|label|label::Français (fr)\ntext|a|Your name|Votre nom\ntext|b|Your age", settings: "default_language\nEnglish (en)");
        var run = FormRun.Of(form, [], FormOf.Moment);

        Assert.Equal(["en", "fr"], form.LanguageCodes);
        Assert.Equal(("Your name", "Votre nom"), (run.Next!.Label("en"), run.Next!.Label("fr")));
        Assert.Equal("Your age", run.At("/data/b")!.Label("fr"));
    }

    [Fact]
    public void Name_of_a_choice_comes_with_its_references_filled()
    {
        var form = FormOf.Survey("type|name|label|calculation\ntext|who|Who?\nselect_one l|s|S?\ncalculate|label||jr:choice-name(${s}, '${s}')", "list_name|name|label\nl|a|Like ${who}");

        Assert.Equal("Like Ana", FormRun.Of(form, [], FormOf.Moment).Given("who", "Ana", "s", "a").Value("/data/label"));
    }

    [Fact]
    public void Choices_from_a_repeat_are_filtered_by_what_stands_beside_them()
    {
        const string survey = "type|name|label|repeat_count|choice_filter\nbegin_repeat|r|R|3\ntext|who|Who?\ninteger|age|Age?\nend_repeat\nselect_one ${who}|adult|Adult?||${age} > 17";

        var run = FormOf.Run(survey).Given("r[1]/who", "Ana", "r[1]/age", "30", "r[2]/who", "Ben", "r[2]/age", "3", "r[3]/who", "Ana", "r[3]/age", "40");

        Assert.Equal(["Ana", "Ana"], run.Next!.Options.Select(option => option.Name));
    }

    [Fact]
    public void Worked_out_count_of_a_repeat_counts_no_more_than_the_group_it_stands_in()
    {
        const string survey = "type|name|label|relevant|repeat_count|calculation\nselect_one yn|q|Q?\nbegin_group|g|G|${q} = 'yes'\nbegin_repeat|r|R||1 + 1\ntext|a|A?\nend_repeat\nend_group\ncalculate|n||||count(${r})";

        Assert.Equal(("2", "0"), (FormOf.Run(survey).Given("q", "yes").Value("/data/n"), FormOf.Run(survey).Given("q", "no").Value("/data/n")));
    }

    [Fact]
    public void Spaces_run_together_in_questions_and_not_in_choices()
    {
        var form = FormOf.Survey("type|name|label\nselect_one l|s|Which   one?", "list_name|name|label\nl|a|A   b");
        var step = FormRun.Of(form, [], FormOf.Moment).Next!;

        Assert.Equal(("Which one?", "A   b"), (step.Label(""), step.Options[0].Label("")));
    }

    [Fact]
    public void Coalesce_passes_over_a_number_that_is_none()
    {
        var run = FormOf.Run("type|name|label|calculation\ninteger|a|A?\ncalculate|c||coalesce(int(${a}), 7)");

        Assert.Equal(("7", "3"), (run.Value("/data/c"), run.Given("a", "3").Value("/data/c")));
    }

    [Fact]
    public void Sum_over_a_repeat_without_instances_is_blank()
    {
        var run = FormOf.Run("type|name|label|repeat_count|calculation\ninteger|n|N?\nbegin_repeat|r|R|${n}\ninteger|a|A?\nend_repeat\ncalculate|s|||sum(${a})").Given("n", "0");

        Assert.Equal("", run.Value("/data/s"));
    }

    [Theory]
    [InlineData("geopoint", "-1.95 30.06", "-1.95 30.06 0.0 0.0")]
    [InlineData("geotrace", "-1.95 30.06 10 5; -2 30.1 0 0", "-1.95 30.06 10.0 5.0;-2.0 30.1 0.0 0.0")]
    public void Place_is_stored_with_all_its_numbers(string type, string given, string stored) =>
        Assert.Equal(stored, FormOf.Run($"type|name|label\n{type}|p|P?").Given("p", given).Value("/data/p"));
}
