using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Core.Content;

/// <summary>A run of one of our forms, answered by the names of its questions.</summary>
sealed record GivenRun(FormRun Run)
{
    static readonly DateTimeOffset Now = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);

    public Form Form => Run.Form;

    public static GivenRun Of(string file)
    {
        var form = FormReading.Of(ContentFile.Of(file).Bytes, file).Form ?? throw new InvalidOperationException($"{file} does not compile.");
        return new(FormRun.Of(form, [], new FormMoment(Now, Now, KigaliTime.Zone)));
    }

    /// <summary>The run with answers written as "b6=yes b9=3"; a value with spaces is given by With.</summary>
    public GivenRun Answered(string answers) =>
        answers.Split(' ').Select(answer => answer.Split('=')).Aggregate(this, (run, pair) => run.With(pair[0], pair[1]));

    public GivenRun With(string name, string value)
    {
        var attempt = Run.Try(Path(name), value);
        return new(attempt.Run ?? throw new InvalidOperationException($"{name}={value}: {attempt.Refused}"));
    }

    public Attempt Try(string name, string value) => Run.Try(Path(name), value);

    public string Value(string name) => Run.Value(Path(name));

    public bool Asks(string name) => Run.IsRelevant(Path(name));

    public FormStep Step(string name) => Run.At(Path(name)) ?? throw new InvalidOperationException($"{name} is not asked.");

    /// <summary>The run with an answer for every question: the first choice, 1, or a text that fits.</summary>
    public FormRun ToTheEnd()
    {
        var run = Run;
        for (var step = run.Next; step is not null; step = run.Next)
            run = Fit(step).Select(value => run.Try(step.Question.Path, value).Run).OfType<FormRun>().First();
        return run;
    }

    static IEnumerable<string> Fit(FormStep step) => step.Question.Type switch
    {
        QuestionType.SelectOne or QuestionType.SelectMultiple => [step.Options[0].Name],
        QuestionType.Note => [""],
        QuestionType.Acknowledge => ["OK"],
        _ => ["1", "1980", "0788 123 456", "umuntu@urugero.rw"],
    };

    string Path(string name) => Form.Find(name)?.Path ?? throw new ArgumentException(name);
}
