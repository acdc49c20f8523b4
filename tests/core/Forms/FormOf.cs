using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Small forms for tests, and answers to them.</summary>
static class FormOf
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    public static readonly FormMoment Moment = new(Now, Now, KigaliTime.Zone) { Seed = 7 };

    const string Choices = "list_name|name|label\nyn|yes|Yes\nyn|no|No\ntopic|a|Alpha\ntopic|b|Beta\ntopic|c|Gamma\ntopic|d|Delta";

    public static Form Survey(string survey, string choices = Choices, string settings = "form_id\nf")
    {
        var (form, findings) = FormReading.Of(Xlsx.Of(("survey", survey), ("choices", choices), ("settings", settings)), "form.xlsx");
        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Refusal);
        return form!;
    }

    public static FormRun Run(string survey) => FormRun.Of(Survey(survey), [], Moment);

    /// <summary>The run after answers at paths below /data/, each taken.</summary>
    public static FormRun Given(this FormRun run, params string[] answers)
    {
        for (var index = 0; index < answers.Length; index += 2)
        {
            var attempt = run.Try("/data/" + answers[index], answers[index + 1]);
            Assert.Null(attempt.Refused);
            run = attempt.Run!;
        }
        return run;
    }

    /// <summary>The same run, kept and read back.</summary>
    public static FormRun Again(this FormRun run) => FormRun.Of(run.Form, [.. run.Answers], run.Moment);

    public static string Submitted(this FormRun run) => string.Join(' ', run.Submission.Where(answer => answer.Value.Length > 0).Select(answer => $"{answer.Path[6..]}={answer.Value}"));
}
