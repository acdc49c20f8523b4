using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

public sealed class FormRunTests
{
    static readonly DateTimeOffset now = new(2026, 1, 15, 22, 30, 0, TimeSpan.Zero);

    const string Choices = """
        list_name|name|label::English (en)|label::Français (fr)|province
        yn|yes|Yes|Oui
        yn|no|No|Non
        province|east|East|Est
        province|north|North|Nord
        district|bugesera|Bugesera||east
        district|kayonza|Kayonza||east
        district|musanze|Musanze||north
        """;

    static FormRun Run(string survey, string settings = "default_language\nEnglish (en)")
    {
        var (form, findings) = FormReading.Of(Xlsx.Of(("survey", survey), ("choices", Choices), ("settings", settings)), "form.xlsx");
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Refusal);
        return FormRun.Of(form!, [], new(now, now, KigaliTime.Zone));
    }

    static FormRun Given(FormRun run, params string[] answers)
    {
        for (var index = 0; index < answers.Length; index += 2)
        {
            var attempt = run.Try("/data/" + answers[index], answers[index + 1]);
            Assert.Null(attempt.Refused);
            run = attempt.Run!;
        }
        return run;
    }

    [Fact]
    public void Earlier_question_that_becomes_relevant_by_a_correction_is_asked()
    {
        var run = Run("type|name|label|relevant\ninteger|staff|Staff?|${beds} > 10\ninteger|beds|Beds?\ntext|chief|Who leads?");
        run = Given(run, "beds", "4", "chief", "Aline");
        Assert.Null(run.Next);

        run = Given(run, "beds", "40");

        Assert.Equal("staff", run.Next?.Question.Name);
    }

    [Fact]
    public void Choice_that_a_correction_filters_away_is_asked_again()
    {
        var run = Run("type|name|label|choice_filter\nselect_one province|p|Province?\nselect_one district|d|District?|province = ${p}");
        run = Given(run, "p", "east", "d", "kayonza");

        run = Given(run, "p", "north");

        Assert.Equal("d", run.Next?.Question.Name);
        Assert.Equal("", run.Value("/data/d"));
        Assert.Equal(["musanze"], run.Next!.Options.Select(option => option.Name));
        Assert.Equal("kayonza", Given(run, "p", "east").Value("/data/d"));
    }

    [Fact]
    public void Answer_that_is_not_relevant_counts_as_blank_and_comes_back()
    {
        var run = Run("type|name|label|relevant|calculation\nselect_one yn|works|Works?\ninteger|years|Years?|${works} = 'yes'\ncalculate|known|||${years} != ''");
        run = Given(run, "works", "yes", "years", "7");

        var without = Given(run, "works", "no");

        Assert.Equal(("", "false"), (without.Value("/data/years"), without.Value("/data/known")));
        Assert.DoesNotContain(without.Submission, answer => answer.Path == "/data/years");
        Assert.Equal("7", Given(without, "works", "yes").Value("/data/years"));
    }

    [Fact]
    public void Refusal_speaks_the_authors_words_in_each_language()
    {
        var run = Run("""
            type|name|label|constraint|constraint_message::English (en)|constraint_message::Français (fr)|default
            integer|age|Age?|. >= ${least}|At least ${least}|Au moins ${least}
            hidden|least|||||18
            """);

        var attempt = run.Try("/data/age", "12");

        Assert.Equal(Refusal.Constraint, attempt.Refused);
        Assert.Equal(("At least 18", "Au moins 18"), (attempt.Messages["en"], attempt.Messages["fr"]));
    }

    [Fact]
    public void Label_falls_back_to_the_default_language()
    {
        var run = Run("type|name|label::Français (fr)|label::English (en)|hint::English (en)\ntext|a||Your name?|As in your ID");

        Assert.Equal("Your name?", run.Next!.Label("fr"));
        Assert.Equal("As in your ID", run.Next!.Hint("Français (fr)"));
        Assert.Equal(["en", "fr"], run.Form.LanguageCodes);
    }

    [Fact]
    public void Note_is_passed_and_a_required_note_is_a_stop_sign()
    {
        var run = Run("type|name|label|relevant|required\nselect_one yn|agree|Agree?\nnote|stop|We stop.|${agree} = 'no'|yes\nnote|go|Thanks.");
        run = Given(run, "agree", "no");

        Assert.Equal(Refusal.Required, run.Try("/data/stop", "").Refused);
        run = Given(run, "agree", "yes");
        Assert.Equal("go", run.Next?.Question.Name);
        Assert.Null(Given(run, "go", "").Next);
    }

    [Theory]
    [InlineData("i", "3.5", Refusal.WrongType)]
    [InlineData("i", "abc", Refusal.WrongType)]
    [InlineData("i", "007", null)]
    [InlineData("n", "2,5", Refusal.WrongType)]
    [InlineData("n", "-.5", null)]
    [InlineData("d", "2026-02-30", Refusal.WrongType)]
    [InlineData("d", "2024-02-29", null)]
    [InlineData("s", "maybe", Refusal.NotAnOption)]
    [InlineData("m", "yes maybe", Refusal.NotAnOption)]
    [InlineData("m", "no yes", null)]
    [InlineData("a", "OK", null)]
    [InlineData("r", "", Refusal.Required)]
    [InlineData("t", "", null)]
    [InlineData("none", "x", Refusal.NotRelevant)]
    public void Answers_are_judged_by_their_type(string name, string value, Refusal? refused)
    {
        var run = Run("type|name|label|required\ninteger|i|I\ndecimal|n|N\ndate|d|D\nselect_one yn|s|S\nselect_multiple yn|m|M\nacknowledge|a|A\ntext|r|R|yes\ntext|t|T");

        Assert.Equal(refused, run.Try("/data/" + name, value).Refused);
    }

    [Fact]
    public void Day_is_the_programmes_day_and_not_the_servers()
    {
        var run = Run("type|name|label|default|calculation\ntoday|day\nstart|began\ndate|visit|Visit?|today()\ncalculate|later|||${day} + 1");

        Assert.Equal("2026-01-16", run.Value("/data/day"));
        Assert.Equal("2026-01-16T00:30:00.000+02:00", run.Value("/data/began"));
        Assert.Equal("2026-01-16", run.Next?.Value);
    }

    [Fact]
    public void Progress_counts_relevant_questions_only()
    {
        var run = Run("type|name|label|relevant\nnote|hello|Hello\nselect_one yn|a|A?\ntext|b|B?|${a} = 'yes'\ntext|c|C?");

        Assert.Equal((1, 2), Given(run, "hello", "", "a", "no").Progress);
        Assert.Equal((1, 3), Given(run, "hello", "", "a", "yes").Progress);
    }

    [Fact]
    public void Replay_gives_the_same_run()
    {
        var run = Run("type|name|label|calculation\nselect_one yn|a|A?\ncalculate|first||once(if(${a} = 'no', 'no', ''))\ntext|b|B?");
        run = Given(run, "a", "no", "b", "x", "a", "yes");

        var again = FormRun.Of(run.Form, run.Answers, run.Moment);

        Assert.Equal(run.Submission, again.Submission);
        Assert.Equal("b", run.Without("/data/b").Next?.Question.Name);
    }

    [Fact]
    public void Default_that_tells_the_time_stays_as_it_was_when_the_run_began()
    {
        var run = Run("type|name|label|default\ntext|at|When?|format-date-time(now(), '%H:%M')\ndate|visit|Visit?|today()\ntext|b|B?");
        run = Given(run, "b", "x");

        var later = FormRun.Of(run.Form, run.Answers, run.Moment with { Now = now.AddDays(3).AddHours(2) });

        Assert.Equal(("00:30", "2026-01-16"), (later.Value("/data/at"), later.Value("/data/visit")));
    }
}
