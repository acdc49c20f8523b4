using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class FormReadingTests
{
    const string Choices = "list name|value|label\nyn|yes|Yes\nyn|no|No";

    static FormReading Read(string survey, string choices = Choices, string settings = "form_id\nf") =>
        FormReading.Of(Xlsx.Of((" Survey", survey), ("CHOICES", choices), ("settings", settings), ("_notes", "type\nnonsense")), "form.xlsx");

    static Form Form(string survey, string choices = Choices, string settings = "form_id\nf")
    {
        var (form, findings) = Read(survey, choices, settings);
        return form ?? throw new InvalidOperationException(string.Join('\n', findings));
    }

    [Fact]
    public void Old_and_loose_words_of_the_standard_are_understood()
    {
        var form = Form("""
            Type|NAME|Caption|Relevance|Calculate|Read only|chat::Key|comment
            begin group|g|Group
            select one from yn|a|A?||||x|why
            int|b|B?|${a} = ‘yes’
            string|c|C?|||yes
            end group
            calculate|d|||1 + 1
            username|u
            """);

        Assert.Equal(["/data/g/a", "/data/g/b", "/data/g/c", "/data/d", "/data/u"], form.Questions.Select(question => question.Path));
        Assert.Equal(
            [QuestionType.SelectOne, QuestionType.Integer, QuestionType.Note, QuestionType.Calculate, QuestionType.Hidden],
            form.Questions.Select(question => question.Type));
        Assert.Equal(["yes", "no"], form.Questions[0].Choices.Select(choice => choice.Name));
        Assert.Equal("x", form.Questions[0].Chat["key"]);
    }

    [Fact]
    public void Settings_give_id_titles_and_languages()
    {
        const string survey = "type|name|label:english|label::Français (fr)\ntext|a|A|A fr";
        var form = Form(survey, settings: "id_string|form_title::Français (fr)|default_language|chat::kind\nguide-b|Guide B|Français (fr)|interview");

        Assert.Equal(("guide-b", "Guide B"), (form.Id, form.Titles["fr"]));
        Assert.Equal(["fr", "en"], form.LanguageCodes);
        Assert.Equal("interview", form.Settings["chat::kind"]);
    }

    [Fact]
    public void Version_follows_the_cells_and_not_the_file()
    {
        const string survey = "type|name|label\ntext|a|A";

        Assert.Equal(Form(survey).Version, Form("\n\n" + survey + "\n\n").Version);
        Assert.NotEqual(Form(survey).Version, Form(survey + "?").Version);
        Assert.NotEqual(Form(survey).Version, Form(survey, Choices + "\nyn|maybe|Maybe").Version);
    }

    [Theory]
    [InlineData("barcode|a|A", "type", "ask for the code as text")]
    [InlineData("background-audio|a|A", "type", "ask for an audio answer")]
    [InlineData("select_one_external yn|a|A", "type", "select_one_from_file")]
    [InlineData("osm|a|A", "type", "geopoint")]
    [InlineData("text|a|A|ex:app(x)", "intent", "which a chat cannot")]
    [InlineData("text|a|A||tree", "save_to", "Entities")]
    [InlineData("text|a|A|||search('x')", "appearance", "select_one_from_file")]
    public void What_a_chat_cannot_do_is_refused_by_name_with_what_to_do(string rows, string column, string advice)
    {
        var (form, findings) = Read("type|name|label|intent|save_to|appearance\n" + rows);

        Assert.Null(form);
        var refusal = Assert.Single(findings, finding => finding.Severity == Severity.Refusal);
        Assert.Equal(("Survey", (int?)2, column), (refusal.Sheet.Trim(), refusal.Row, refusal.Column));
        Assert.Contains(advice, refusal.Message);
    }

    [Theory]
    [InlineData("begin_group|g|G\ntext|a|A", "group-open", 2)]
    [InlineData("text|a|A\nend_group", "group-unopened", 3)]
    [InlineData("|a|A", "type-missing", 2)]
    [InlineData("txt|a|A", "type-unknown", 2)]
    [InlineData("text||A", "name-missing", 2)]
    [InlineData("text|a|A\ntext|b|B ${a} and ${c}", "reference-unknown", 3)]
    [InlineData("text|a|A\ntext|b|B ${a", "reference-torn", 3)]
    [InlineData("begin_group|g|G\ntext|a|A\nend_group\ntext|a|A\nnote|n|${a}", "reference-ambiguous", 6)]
    [InlineData("select_one yesno|a|A", "list-missing", 2)]
    [InlineData("text|a|A|${a} = 'x'", "cycle", 2)]
    [InlineData("begin_group|g|G|${a} = 'x'\ntext|a|A\nend_group", "cycle", 2)]
    [InlineData("text|a|A|${a} = ", "expression", 2)]
    [InlineData("calculate|a", "calculation-missing", 2)]
    public void Broken_row_is_refused_where_it_stands(string rows, string code, int row)
    {
        var (form, findings) = Read("type|name|label|relevant|calculation\n" + rows);

        Assert.Null(form);
        Assert.Contains(findings, finding => (finding.Severity, finding.Code, finding.Row) == (Severity.Refusal, code, row));
    }

    [Theory]
    [InlineData("yn|yes|Yes\nyn|yes|Again", "choice-duplicate", 3)]
    [InlineData("yn|a b|With a space", "choice-name-invalid", 2)]
    public void Broken_choice_is_refused_where_it_stands(string rows, string code, int row)
    {
        var (_, findings) = Read("type|name|label\nselect_multiple yn|a|A", "list_name|name|label\n" + rows);

        Assert.Equal((code, row), (findings[0].Code, findings[0].Row!.Value));
    }

    [Fact]
    public void Expression_error_says_where_in_the_cell()
    {
        var finding = Read("type|name|label|constraint\ninteger|a|A|. > 0 and ").Findings[0];

        Assert.Equal(("constraint", 2), (finding.Column, finding.Row));
        Assert.InRange(finding.Position!.Value, 6, 11);
    }

    [Fact]
    public void Warnings_do_not_keep_a_form_from_being_published()
    {
        var (form, findings) = Read("type|name|label::English (en)|label::Ikinyarwanda (rw)|constraint|relevant|colour\ntext|a|A||regex(., '[0-9]+')\nselect_one yn|b|B|B||not(${a})",
            "list_name|name|label\nyn|yes|A label that is a good deal longer than what a button on a small phone can show");

        Assert.NotNull(form);
        Assert.Equal(["choice-label-long", "column-unknown", "constraint-message-missing", "default-language-missing", "not-of-answer", "regex-matches-part", "translation-missing"],
            findings.Select(finding => finding.Code).Order());
    }

    [Fact]
    public void Same_seed_shuffles_as_every_other_tool_does()
    {
        var form = Form("type|name|label|parameters\nselect_one l|a|A|randomize=true, seed=7", "list_name|name|label\nl|a|A\nl|b|B\nl|c|C\nl|d|D\nl|e|E");
        var moment = new FormMoment(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc);

        var first = FormRun.Of(form, [], moment).Next!.Options.Select(option => option.Name).ToArray();

        Assert.Equal(first, FormRun.Of(form, [], moment).Next!.Options.Select(option => option.Name));
        Assert.Equal(["a", "b", "c", "d", "e"], first.Order());
        Assert.NotEqual(["a", "b", "c", "d", "e"], first);
    }

    [Fact]
    public void Workbook_without_a_survey_says_which_sheets_it_has()
    {
        var refusal = Assert.Single(FormReading.Of(Xlsx.Of(("Feuil1", "type|name"), ("choices", "list_name|name")), "form.xlsx").Findings);

        Assert.Equal("survey-missing", refusal.Code);
        Assert.Contains("Feuil1, choices", refusal.Message);
    }
}
