using System.Globalization;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Takes a pressed button of a standing question: q:token:which.</summary>
static class FormPressing
{
    public static void Take(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked)
    {
        var parts = scene.Said.Words.Split(':');
        if (parts is not ["q", var token, var which] || token != asked.Token || !Take(scene, life, run, step, asked, which))
            FormAsking.Again(scene, life, [scene.Text("talk.button.old")]);
    }

    /// <summary>"Next", written where a list has another page, shows it; false elsewhere.</summary>
    public static bool NextPage(Scene scene)
    {
        if (FormLife.State(scene.Session) != FormState.Asking || scene.Said.Kind != SaidKind.Text || scene.Session.Asked is not { IsListing: false } asked
            || FormAsking.Run(scene).At(asked.Path) is not { } step || !LongList.HasPages(step, asked))
            return false;
        FormAsking.Redraw(scene, step, asked with { Page = (asked.Page + 1) % LongList.Pages(asked) });
        return true;
    }

    static bool Take(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked, string which)
    {
        if (which == "done" && FormTrace.IsBegun(step, asked))
            FormTrace.Finish(scene, life, run, step);
        else if (which == "done")
            FormAnswering.GiveTicked(scene, life, run, step);
        else if (which == "later" && FormLater.IsOffered(step, asked))
            FormLater.Leave(scene, life, step);
        else if (step.Question.Type == QuestionType.Acknowledge)
            FormAnswering.Give(scene, life, run, step, "OK", "");
        else if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < asked.Options.Count)
            Choose(scene, life, run, step, asked, asked.Options[index]);
        else
            return Turn(scene, life, run, step, asked, which);
        return true;
    }

    static void Choose(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked, string option)
    {
        if (step.Question.Type is QuestionType.SelectMultiple or QuestionType.Rank)
            FormAsking.Redraw(scene, step, asked with { Ticked = Ticked(step, asked, option) });
        else
            FormAnswering.Give(scene, life, run, step, option, "");
    }

    // In a ranking the last one has no choice left.
    static List<string> Ticked(FormStep step, Asked asked, string option)
    {
        List<string> ticked = asked.Ticked.Contains(option) ? [.. asked.Ticked.Where(other => other != option)] : [.. asked.Ticked, option];
        var isLast = step.Question.Type == QuestionType.Rank && ticked.Count > asked.Ticked.Count && ticked.Count == asked.Options.Count - 1;
        return isLast ? [.. ticked, asked.Options.First(other => !ticked.Contains(other))] : ticked;
    }

    // Another page, a group, the whole list again, or a step of the calendar.
    static bool Turn(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked, string which)
    {
        var number = which.Length > 1 && int.TryParse(which.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        if (which == "all")
            FormAsking.Redraw(scene, step, asked with { Found = [], Page = 0 });
        else if (which.StartsWith('p') && number >= 0 && number < LongList.Pages(asked))
            FormAsking.Redraw(scene, step, asked with { Page = number });
        else if (which.StartsWith('g') && LongList.Groups(step) is var groups && number >= 0 && number < groups.Count)
            FormAsking.Redraw(scene, step, asked with { Found = groups[number].Places, Page = 0 });
        else
            return which.StartsWith('c') && FormCalendar.Fits(step) && FormCalendar.Take(scene, life, run, step, asked, which[1..]);
        return true;
    }
}
