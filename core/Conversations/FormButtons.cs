using System.Globalization;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>The buttons of a question: its options, the aids to find one, and the commands that make sense here.</summary>
static class FormButtons
{
    public static List<Button> Of(Scene scene, FormRun run, FormStep step, Asked asked) =>
    [
        .. FormCalendar.Fits(step) && asked.Partial.Length > 0 ? FormCalendar.Buttons(scene, step, asked) : Answers(scene, run, step, asked),
        .. step.Question.Type is QuestionType.SelectMultiple or QuestionType.Rank || FormTrace.IsBegun(step, asked) ? [Done(scene, step, asked)] : Array.Empty<Button>(),
        .. Aids(scene, step, asked),
        .. Offered(scene, run, step).Select(scene.Button),
    ];

    static IEnumerable<Button> Answers(Scene scene, FormRun run, FormStep step, Asked asked)
    {
        if (step.Question.Type == QuestionType.Acknowledge)
            return [new Button(scene.Text("talk.ok"), Payload(asked, "0")) { Number = 1 }];
        if (step.Question.Type == QuestionType.AnotherRepeat)
            return asked.Options.Select((name, index) => new Button(scene.Text($"talk.{name}"), Payload(asked, index)) { Number = index + 1 });
        if (step is { Required: true, Question.Type: QuestionType.Note })
            return FormListing.Causes(scene, run, step);
        if (!LongList.Is(step) && asked.Found.Count == 0)
            return Enumerable.Range(0, asked.Options.Count).Select(index => Option(scene, step, asked, index));
        if (asked.Found.Count == 0 && LongList.Groups(step) is { Count: > 0 } groups)
            return groups.Select((group, index) => new Button($"{group.Name} ({Number(group.Places.Count)})", Payload(asked, $"g{Number(index)}"), ButtonRole.Answer));
        return LongList.Page(asked).Select(index => Option(scene, step, asked, index));
    }

    static Button Option(Scene scene, FormStep step, Asked asked, int index)
    {
        var name = asked.Options[index];
        var label = step.Options.FirstOrDefault(option => option.Name == name)?.Label(FormAsking.Code(scene)) ?? name;
        var rank = step.Question.Type == QuestionType.Rank ? asked.Ticked.ToList().IndexOf(name) + 1 : 0;
        return new Button(rank > 0 ? $"{Number(rank)}. {label}" : label, Payload(asked, index), IsTicked: rank == 0 && asked.Ticked.Contains(name)) { Number = index + 1 };
    }

    static Button Done(Scene scene, FormStep step, Asked asked)
    {
        var done = scene.Text("talk.command.done");
        return new Button(LongList.Is(step) && asked.Ticked.Count > 0 ? $"{done} ({Number(asked.Ticked.Count)})" : done, Payload(asked, "done"));
    }

    static IEnumerable<Button> Aids(Scene scene, FormStep step, Asked asked)
    {
        if (LongList.Is(step) || asked.Found.Count > 0)
            foreach (var button in Pages(scene, step, asked))
                yield return button;
        if (FormCalendar.Fits(step) && asked.Partial.Length == 0)
            yield return new Button(scene.Text("talk.calendar"), Payload(asked, $"c{FormCalendar.Begin}"), ButtonRole.Aid);
        if (FormLater.IsOffered(step, asked))
            yield return new Button(scene.Text("talk.later"), Payload(asked, "later"), ButtonRole.Aid);
    }

    static IEnumerable<Button> Pages(Scene scene, FormStep step, Asked asked)
    {
        var pages = LongList.HasPages(step, asked) ? LongList.Pages(asked) : 1;
        if (asked.Page > 0)
            yield return Turn(scene, asked, "◀ {0}", asked.Page - 1, pages);
        if (asked.Page + 1 < pages)
            yield return Turn(scene, asked, "{0} ▶", asked.Page + 1, pages);
        if (asked.Found.Count > 0)
            yield return new Button(scene.Text("talk.list.all"), Payload(asked, "all"), ButtonRole.Aid);
    }

    static Button Turn(Scene scene, Asked asked, string frame, int page, int pages) => new(
        string.Format(CultureInfo.InvariantCulture, frame, scene.Text("talk.list.page", ("page", page + 1), ("pages", pages))),
        Payload(asked, $"p{Number(page)}"), ButtonRole.Aid);

    static IEnumerable<Command> Offered(Scene scene, FormRun run, FormStep step)
    {
        if (!step.Required)
            yield return Command.Skip;
        if (step.Guidance(FormAsking.Code(scene)).Length > 0)
            yield return Command.Why;
        if (run.Progress.Answered > 0)
            yield return Command.Back;
        if (step is { Required: true, Question.Type: QuestionType.Note })
            yield return Command.Review;
        yield return Command.Menu;
    }

    public static string Payload(Asked asked, string which) => $"q:{asked.Token}:{which}";

    static string Payload(Asked asked, int index) => Payload(asked, Number(index));

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
