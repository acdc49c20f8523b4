using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class LintTests
{
    const string Choices = "list_name|name|label|chat::short\nyn|yes|Yes\nyn|no|No\ntopic|a|Alpha\ntopic|b|Beta";

    static IReadOnlyList<Finding> Read(string rows, string choices = Choices) => FormReading.Of(Xlsx.Of(
        ("survey", "type|name|label|relevant|constraint|constraint_message|calculation|default\n" + rows + "\nselect_one yn|y_used|Y?\nselect_one topic|t_used|T?"), ("choices", choices)), "f.xlsx").Findings;

    static Finding Found(string rows, string code, string choices = Choices) => Assert.Single(Read(rows, choices), finding => finding.Code == code);

    [Theory]
    [InlineData("select_one yn|y|Y?\ntext|a|A?|${y} = 'yess'", "choice-unknown", 3, "relevant", "${y} = 'yes'")]
    [InlineData("select_multiple topic|m|M?\ntext|a|A?|selected(${m}, 'A')", "choice-unknown", 3, "relevant", "selected(${m}, 'a')")]
    [InlineData("text|a|A?|not(${y_used})", "not-of-answer", 2, "relevant", "${y_used} = ''")]
    [InlineData("text|a|A?||regex(., '[0-9]{4}')|Four digits", "regex-matches-part", 2, "constraint", "regex(., '^[0-9]{4}$')")]
    [InlineData("text|a|A?||. != 'x'", "constraint-message-missing", 2, "constraint_message", null)]
    [InlineData("text|a|A?|${b} = 'x'\ntext|b|B?", "asked-later", 2, "relevant", null)]
    [InlineData("text|years worked|A?", "name-invalid", 2, "name", "years_worked")]
    [InlineData("text|a|A?|${aa} = 'x'\ntext|aaa|B?", "reference-unknown", 2, "relevant", "${aaa} = 'x'")]
    [InlineData("select_one yn|y|Y?|||||ye", "default-unknown", 2, "default", "yes")]
    public void Finding_names_the_cell_and_what_it_could_say(string rows, string code, int row, string column, string? proposal)
    {
        var finding = Found(rows, code);

        Assert.Equal(("survey", (int?)row, column), (finding.Sheet, finding.Row, finding.Column));
        Assert.Equal(proposal, finding.Proposal);
    }

    [Theory]
    [InlineData("text|a|A?|false()")]
    [InlineData("text|a|A?|${y_used} = 'yes' and ${y_used} = 'no'")]
    [InlineData("begin_group|g|G|${y_used} = 'yes'\ntext|a|A?|${y_used} = 'no'\nend_group")]
    [InlineData("integer|n|N?\ntext|a|A?|${n} > 5 and ${n} < 3")]
    [InlineData("integer|n|N?\ntext|a|A?|${n} > 5 and ${n} <= 5")]
    [InlineData("text|x|X?|false()\nbegin_group|g|G|${y_used} != 'yes' and 'yes' = ${y_used}\ntext|a|A?\nend_group")]
    public void Question_that_nobody_is_ever_asked_is_told(string rows) =>
        Assert.Contains(Read(rows), finding => finding is { Code: "unreachable", Severity: Severity.Warning, Column: "relevant" });

    [Theory]
    [InlineData("text|a|A?|${y_used} = 'yes' or ${y_used} = 'no'")]
    [InlineData("select_multiple topic|m|M?\ntext|a|A?|selected(${m}, 'a') and selected(${m}, 'b')")]
    [InlineData("integer|n|N?\ntext|a|A?|${n} > 3 and ${n} < 5")]
    [InlineData("text|a|A?|${y_used} != 'yes' and ${y_used} != 'no'")]
    public void Question_that_somebody_may_be_asked_is_not(string rows) => Assert.DoesNotContain(Read(rows), finding => finding.Code is "unreachable");

    [Fact]
    public void Label_of_a_choice_is_held_to_the_channels()
    {
        var choices = "list_name|name|label|chat::short\nyn|yes|Yes, I have treated people with epilepsy|\nyn|no|No|\ntopic|a|" + new string('x', 80) + "|\ntopic|b|Long but with a short one beside it|Short";

        var missing = Found("text|a|A?", "short-label-missing", choices);
        var tooLong = Found("text|a|A?", "choice-label-long", choices.Replace("xxxx", "xxx ", StringComparison.Ordinal));

        Assert.Equal(("choices", (int?)2, "Yes, I have treated"), (missing.Sheet, missing.Row, missing.Proposal));
        Assert.Equal(4, tooLong.Row);
    }

    [Fact]
    public void Language_that_is_missing_is_told_at_its_cell()
    {
        var (_, findings) = FormReading.Of(Xlsx.Of(("survey", "type|name|label::English (en)|label::Français (fr)\ntext|a|A?|\ntext|b|B?|B ?")), "f.xlsx");

        Assert.Contains(findings, finding => finding is { Code: "translation-missing", Row: 2, Column: "label::Français (fr)" });
    }

    [Fact]
    public void File_that_did_not_come_with_the_form_is_told() =>
        Assert.Equal(2, Found("select_one_from_file centres.csv|c|Centre?", "attachment-missing").Row);

    [Fact]
    public void List_that_no_question_uses_is_told() => Assert.Equal(6, Found("text|a|A?", "list-unused", Choices + "\nspare|x|X").Row);
}
