using RbcBot.Core.Forms;
using RbcBot.Core.Forms.Versions;

namespace RbcBot.Tests.Core.Forms.Versions;

public sealed class MigrationTests
{
    [Fact]
    public void Words_alone_change_nothing_of_what_was_answered() =>
        Assert.Equal(Version.Answers, Version.Moved(Version.With("Your name?", "What is your name?")).Kept);

    [Fact]
    public void An_answer_moves_with_its_question()
    {
        var moved = Version.Moved(Version.With("text | full_name | Votre nom ? | Your name? | | | |", "begin group | who | | | | | |\ntext | full_name | Votre nom ? | Your name? | | | |\nend group | | | | | | |"));
        Assert.Empty(moved.Dropped);
        Assert.Equal(new("/data/who/full_name", "Espérance"), moved.Kept[0]);
    }

    [Fact]
    public void A_name_that_is_not_unique_moves_nothing() => Version.Drops(
        Version.With("text | full_name | Votre nom ? | Your name? | | | |", """
            begin group | one | | | | | |
            text | full_name | A | A | | | |
            end group | | | | | | |
            begin group | two | | | | | |
            text | full_name | B | B | | | |
            end group | | | | | | |
            """), "/data/full_name", DropReason.QuestionGone);

    [Fact]
    public void What_is_asked_no_more_is_dropped() =>
        Version.Drops(Version.With("select_multiple meds | meds | Quels médicaments ? | Which medicines? | ${years} > 2 | | |\n", ""), "/data/meds", DropReason.QuestionGone);

    [Fact]
    public void A_whole_number_is_a_decimal_too() => Assert.Empty(Version.Moved(Version.With("integer | years", "decimal | years")).Dropped);

    [Fact]
    public void Words_are_no_number() => Version.Drops(Version.With("text | full_name", "integer | full_name"), "/data/full_name", DropReason.OtherType);

    [Fact]
    public void Leading_zeros_would_be_lost_so_the_answer_is_asked_again()
    {
        var newer = Version.With("text | full_name", "integer | full_name");
        Assert.Equal(DropReason.OtherType, Assert.Single(Version.Moved(newer, new GivenAnswer("/data/full_name", "0788")).Dropped).Why);
        Assert.Empty(Version.Moved(newer, new GivenAnswer("/data/full_name", "788")).Dropped);
    }

    [Fact]
    public void A_code_is_no_text() => Version.Drops(Version.With("select_one place | place", "text | place"), "/data/place", DropReason.OtherType);

    [Fact]
    public void One_choice_can_be_one_of_several() => Assert.Empty(Version.Moved(Version.With("select_one place | place", "select_multiple place | place")).Dropped);

    [Fact]
    public void Who_chose_what_is_gone_is_asked_again()
    {
        Version.Drops(Version.WithChoices("meds | vpa | Valproate | Valproate |", ""), "/data/meds", DropReason.ChoiceGone);
        Version.Drops(Version.WithChoices("place | 1 | Hôpital | Hospital | big\n", ""), "/data/place", DropReason.ChoiceGone);
    }

    [Fact]
    public void A_code_that_means_something_else_is_asked_again() => Version.Drops(
        Version.WithChoices("place | 1 | Hôpital | Hospital | big\nplace | 2 |", "place | 2 | Hôpital | Hospital | big\nplace | 1 |"), "/data/place", DropReason.OtherMeaning);

    [Fact]
    public void A_new_constraint_drops_what_it_forbids() => Version.Drops(Version.With(". < 60", ". < 5"), "/data/years", DropReason.Constraint);

    [Fact]
    public void A_constraint_on_other_answers_drops_what_it_forbids() => Version.Drops(
        Version.With("Votre nom ? | Your name? | |", "Votre nom ? | Your name? | | string-length(.) < ${years}"), "/data/full_name", DropReason.Constraint);

    [Fact]
    public void A_new_choice_filter_drops_what_it_hides() => Version.Drops(
        Version.With("Where? | | | |", "Where? | | | | kind = 'small'"), "/data/place", DropReason.FilteredOut);

    [Fact]
    public void What_was_skipped_and_is_required_now_is_asked_again()
    {
        var moved = Version.Moved(Version.With("Your name? | | |", "Your name? | | | yes"), new GivenAnswer("/data/full_name", ""));
        Assert.Equal((DropReason.Required, "/data/full_name"), (Assert.Single(moved.Dropped).Why, Assert.Single(moved.Again)));
    }

    [Fact]
    public void What_does_not_count_now_rests_and_is_not_judged()
    {
        var moved = Version.Moved(Version.With("${years} > 2 |", "${years} > 20 | count-selected(.) < 1"));
        Assert.Empty(moved.Dropped);
        Assert.False(moved.Run.IsRelevant("/data/meds"));
    }

    [Fact]
    public void What_a_person_must_give_again_is_what_the_newer_form_asks()
    {
        var moved = Version.Moved(Version.With("integer | years", "date | years"));
        Assert.Equal(["/data/years"], moved.Again);
        Assert.Equal("/data/years", moved.Run.Next?.Path);
    }

    [Fact]
    public void An_answer_to_a_path_that_no_form_has_is_left_out() =>
        Assert.Equal((0, 0), Version.Moved(Version.Form(), new GivenAnswer("/data/stranger", "x")) is var moved ? (moved.Kept.Count, moved.Dropped.Count) : default);

    [Theory]
    [InlineData("calculate | first | First | | once(${a}) |", "calculate | first | First again | | once(${a}) |", "first")]
    [InlineData("calculate | first | First | | concat(${a}, '!') | ${a}", "calculate | first | First again | | concat(${a}, '?') | ${a}", "first")]
    [InlineData("calculate | first | First | | once(${a}) |", "begin group | g | G | | |\ncalculate | first | First | | once(${a}) |\nend group | | | | |", "g/first")]
    public void What_a_row_keeps_of_its_own_moves_with_it_and_nobody_is_told(string older, string newer, string path)
    {
        var run = FormRun.Of(Keeping(older), [], Version.Moment).Given("a", "x");
        var first = run.Value("/data/first");
        var moved = Migration.Of(run.Form, Keeping(newer), run.Given("a", "x", "b", "y").Answers, Version.Moment);
        Assert.Equal((0, first), (moved.Dropped.Count, moved.Run.Value("/data/" + path)));
        Assert.Contains(moved.Kept, kept => kept.Path == $"/data/{path}#");
    }

    [Theory]
    [InlineData("calculate | first | First | | concat(${a}, '!') |")]
    [InlineData("calculate | other | Other | | once(${a}) |")]
    public void What_no_row_keeps_any_more_is_left_out_and_nobody_is_told(string newer)
    {
        var run = FormRun.Of(Keeping("calculate | first | First | | once(${a}) |"), [], Version.Moment).Given("a", "x");
        var moved = Migration.Of(run.Form, Keeping(newer), run.Answers, Version.Moment);
        Assert.Empty(moved.Dropped);
        Assert.Equal([new("/data/a", "x")], moved.Kept);
    }

    static Form Keeping(string row) =>
        Version.Form($"type | name | label | relevant | calculation | trigger\ntext | a | A? | | |\n{row}\ntext | b | B? | | |");
}
