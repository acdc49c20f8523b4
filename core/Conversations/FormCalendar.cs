using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>A date chosen in steps: year (of a decade, where there are many), month, day.</summary>
static class FormCalendar
{
    /// <summary>The calendar as it opens, before anything is chosen.</summary>
    public const string Begin = "-";

    /// <summary>Whether the question can be answered by the calendar.</summary>
    public static bool Fits(FormStep step) => step.Question.Type == QuestionType.Date;

    public static IEnumerable<Button> Buttons(Scene scene, FormStep step, Asked asked)
    {
        foreach (var next in Steps(scene, step, Partial(asked)))
            yield return new Button(next.Label(scene.Language), FormButtons.Payload(asked, $"c{next.Name}"));
        if (asked.Partial != Begin)
            yield return new Button(scene.Text("talk.calendar.up"), FormButtons.Payload(asked, $"c{Begin}"), ButtonRole.Aid);
    }

    /// <summary>False when the step is none that was shown.</summary>
    public static bool Take(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked, string chosen)
    {
        var next = Steps(scene, step, Partial(asked)).FirstOrDefault(one => one.Name == chosen);
        if (next is { IsWhole: true })
            FormAnswering.Give(scene, life, run, step, chosen, scene.Text("talk.echo", ("answer", Spoken.Value(step.Question, chosen, scene.Language))));
        else if (next is not null || chosen == Begin)
            FormAsking.Redraw(scene, step, asked with { Partial = chosen });
        else
            return false;
        return true;
    }

    /// <summary>What was written so far, where the calendar stands at a part of a date.</summary>
    public static string Partial(Asked asked) => asked.Partial == Begin ? "" : asked.Partial;

    /// <summary>The calendar at the part of a date that was written, such as its year.</summary>
    public static void Show(Scene scene, FormRun run, FormStep step, Asked asked, string partial, string sentence) =>
        FormAsking.Put(scene, run, step, [sentence], asked with { Token = scene.NewToken(), Partial = partial });

    static IReadOnlyList<CalendarStep> Steps(Scene scene, FormStep step, string partial)
    {
        var today = KigaliTime.Day(scene.Now);
        return CalendarSteps.Next(partial, today, CalendarSteps.Likely(step.Question, today));
    }
}
