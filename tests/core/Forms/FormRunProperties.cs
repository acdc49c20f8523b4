using CsCheck;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Core.Forms;

public sealed class FormRunProperties
{
    static readonly DateTimeOffset now = new(2026, 1, 15, 7, 0, 0, TimeSpan.Zero);

    static readonly string[] values =
    [
        "", "yes", "no", "2", "60", "1990-01-01", "0788123456", "Aline Uwase", "kigali", "south", "huye", "gasabo",
        "nurse", "other", "anxiety suicide", "none", "c", "b", "t", "worry sweat", "0.25",
    ];

    static readonly Gen<(int Question, int Value, bool Back)[]> deeds =
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, values.Length - 1], Gen.Int[0, 6].Select(dice => dice == 0)).Array[0, 40];

    [Theory]
    [InlineData("own01_training_application")]
    [InlineData("own03_quiz")]
    public void Any_answers_in_any_order_lose_nothing_and_replay_to_the_same(string name)
    {
        var form = ScriptedRun.Read(Path.Combine(ScriptedRun.Vectors(), name + ".xlsx"));

        deeds.Sample(done =>
        {
            var run = done.Aggregate(FormRun.Of(form, [], new(now, now, KigaliTime.Zone)), Do);
            var again = FormRun.Of(form, run.Answers, run.Moment);
            return again.Submission.SequenceEqual(run.Submission) && again.Next?.Question == run.Next?.Question && again.Answers.SequenceEqual(run.Answers);
        }, iter: 300);
    }

    /// <summary>With repeats, triggers, once() and all: after each deed the kept answers alone make the same run, and answers of others stay.</summary>
    [Fact]
    public void Any_deeds_on_a_form_of_everything_replay_to_the_same()
    {
        var form = EverythingForm.Form;
        string[] paths = [.. form.Questions.Select(question => question.Path), "/data/home[1]/hill", "/data/home[2]/hill", "/data/home[1]/person[1]/first", "/data/home[1]/person[2]", "/data/home[1]/person[2]/first", "/data/home[2]/person[1]/age"];

        deeds.Sample(done =>
        {
            var run = FormRun.Of(form, [], new(now, now, KigaliTime.Zone) { Seed = 5 });
            foreach (var (question, value, back) in done)
            {
                var path = question % 3 == 0 && run.Next is { } step ? step.Path : paths[question * 7 % paths.Length];
                var next = Next(run, path, value, back);
                Assert.All(run.Answers.Where(answer => answer.Path != path && !answer.Path.EndsWith('#')), answer => Assert.Contains(answer, next.Answers));
                run = next;
                var again = FormRun.Of(form, [.. run.Answers], run.Moment);
                Assert.Equal(run.Submission, again.Submission);
                Assert.Equal(run.Next?.Path, again.Next?.Path);
                Assert.Equal(run.Answers, again.Answers);
            }
        }, iter: 300);
    }

    static FormRun Next(FormRun run, string path, int value, bool back) => back
        ? run.Without(path)
        : run.Try(path, value % 3 == 0 && run.At(path) is { } step ? EverythingForm.Fit(step) : values[value]).Run ?? run;

    static FormRun Do(FormRun run, (int Question, int Value, bool Back) deed)
    {
        var path = deed.Question < run.Form.Questions.Count ? run.Form.Questions[deed.Question].Path : run.Next?.Question.Path ?? "/data/none";
        if (deed.Back)
        {
            return run.Without(path);
        }
        var attempt = run.Try(path, values[deed.Value]);
        Assert.Equal(attempt.Run is null, attempt.Refused is not null);
        Assert.True(attempt.Run is null || run.Answers.All(answer => answer.Path == path || attempt.Run.Answers.Contains(answer)));
        _ = run.At(path)?.Label("fr") + run.Progress;
        return attempt.Run ?? run;
    }
}
