using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Puts a form's questions to the person.</summary>
static class FormAsking
{
    /// <summary>The run of the session in front, rebuilt from its answers.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue lacks the pinned form: an operator's mistake.</exception>
    public static FormRun Run(Scene scene) => FormRun.Of(
        scene.Catalogue.Forms[scene.Session.FormVersion],
        scene.Session.Answers,
        new FormMoment(scene.Session.Started, scene.Now, KigaliTime.Zone));

    /// <summary>Passes notes and asks the next question, or goes to the end.</summary>
    /// <param name="lead">Sentences to say before it, in the same message.</param>
    public static void Next(Scene scene, FormLife life, IReadOnlyList<string> lead) => Next(scene, life, Run(scene), lead);

    /// <summary>The same, from the run as it already stands.</summary>
    public static void Next(Scene scene, FormLife life, FormRun run, IReadOnlyList<string> lead)
    {
        var said = lead.ToList();
        while (run.Next is { Question.Type: QuestionType.Note, Required: false } note)
        {
            said.Add(note.Label(Code(scene)));
            run = run.Try(note.Question.Path, "").Run ?? throw new InvalidOperationException($"The note {note.Question.Path} does not pass.");
        }

        scene.Keep(scene.Session with { Answers = run.Answers, IsCorrecting = false });
        if (run.Next is { } step)
            Put(scene, life, run, step, said, ticked: []);
        else
            FormReview.Reach(scene, life, said);
    }

    /// <summary>Asks once more what stands open, its ticks kept.</summary>
    public static void Again(Scene scene, FormLife life, IReadOnlyList<string> lead)
    {
        var run = Run(scene);
        if (scene.Session.Asked is { } asked && run.At(asked.Path) is { } step)
            Put(scene, life, run, step, lead, asked.Ticked, asked.Unclear);
        else
            Next(scene, life, lead);
    }

    /// <summary>Redraws the buttons of a question that takes several.</summary>
    public static void Redraw(Scene scene, FormStep step)
    {
        var asked = scene.Session.Asked!; // only a standing question is redrawn
        var run = Run(scene);
        scene.Reply(new Outbound(Sentence(scene, run, step, []), Buttons(scene, run, step, asked), Redraws: true));
    }

    public static void Put(
        Scene scene, FormLife life, FormRun run, FormStep step, IReadOnlyList<string> lead, IReadOnlyList<string> ticked, int unclear = 0)
    {
        var asked = new Asked(scene.NewToken(), step.Question.Path, [.. step.Options.Select(option => option.Name)], ticked, unclear);
        var session = scene.Session with { Asked = asked, Touched = scene.Now, Language = Code(scene) };
        scene.Keep(session);
        Reminding.Set(scene, session);
        scene.Reply(new Outbound(Sentence(scene, run, step, lead), Buttons(scene, run, step, asked)));
    }

    static string Sentence(Scene scene, FormRun run, FormStep step, IReadOnlyList<string> lead)
    {
        var (answered, total) = run.Progress;
        var place = string.Create(CultureInfo.InvariantCulture, $"{Math.Min(answered + 1, total)}/{total} · ");
        var question = (step.Question.IsAsked && !scene.Session.IsCorrecting ? place : "") + step.Label(Code(scene));
        var how = step.Question.Type == QuestionType.SelectMultiple ? scene.Text("talk.several")
            : step.Options.Count > Question.MostButtons ? scene.Text("talk.type-letters")
            : "";
        return string.Join("\n\n", [.. lead.Where(line => line.Length > 0), string.Join("\n", new[] { question, step.Hint(Code(scene)), how }.Where(line => line.Length > 0))]);
    }

    static List<Button> Buttons(Scene scene, FormRun run, FormStep step, Asked asked)
    {
        List<Button> buttons = [];
        if (step.Question.Type == QuestionType.Acknowledge)
            buttons.Add(new Button(scene.Text("talk.ok"), $"q:{asked.Token}:0"));
        else if (step.Options.Count <= Question.MostButtons)
            buttons.AddRange(step.Options.Select((option, index) => new Button(
                option.Label(Code(scene)),
                string.Create(CultureInfo.InvariantCulture, $"q:{asked.Token}:{index}"),
                IsTicked: asked.Ticked.Contains(option.Name))));

        if (step.Question.Type == QuestionType.SelectMultiple)
            buttons.Add(new Button(scene.Text("talk.command.done"), $"q:{asked.Token}:done"));
        buttons.AddRange(Offered(scene, run, step).Select(scene.Button));
        return buttons;
    }

    static IEnumerable<Command> Offered(Scene scene, FormRun run, FormStep step)
    {
        if (!step.Required)
            yield return Command.Skip;
        if (step.Guidance(Code(scene)).Length > 0)
            yield return Command.Why;
        if (run.Progress.Answered > 0)
            yield return Command.Back;
        yield return Command.Menu;
    }

    public static string Code(Scene scene) => Languages.Code(scene.Language);
}
