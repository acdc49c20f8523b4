using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Two or three short questions of one page, asked in one message and answered in one.</summary>
static class FormTogether
{
    /// <summary>After this many answers that did not fit, the questions are asked one by one.</summary>
    const int UnclearBeforeOneByOne = 2;

    static readonly Understanding Skipped = new("", false, null);

    /// <summary>The questions to ask together, the first of them given; empty when it is better asked alone.</summary>
    public static IReadOnlyList<FormStep> Steps(Scene scene, FormRun run, FormStep first)
    {
        if (first.FieldList.Length == 0 || scene.Session.IsCorrecting || scene.Session.OneByOne == Page(first) || FormPlace.Table(run.Form, first.Path) is not null)
            return [];
        List<FormStep> steps = [first];
        for (var next = run.Following(first.Path); next is not null && Page(next) == Page(first); next = run.Following(next.Path))
            steps.Add(next);
        return UnderstandSeveral.Fits(steps) && steps.TrueForAll(step => step.Media.Count == 0) && !steps.Exists(step => scene.Session.Later.Contains(step.Path)) ? steps : [];
    }

    public static void Put(Scene scene, FormRun run, IReadOnlyList<FormStep> steps, IReadOnlyList<string> lead) =>
        Say(scene, run, steps, lead, new Asked(scene.NewToken(), steps[0].Path, [], [], 0) { Together = [.. steps.Select(step => step.Path)] });

    public static void Again(Scene scene, FormRun run, Asked asked, IReadOnlyList<string> lead) =>
        Say(scene, run, Standing(run, asked), lead, asked with { Token = scene.NewToken() });

    /// <summary>Takes one message as the answers to all, in their order; what does not fit is asked alone.</summary>
    public static void Take(Scene scene, FormLife life, FormRun run, Asked asked)
    {
        var steps = Standing(run, asked);
        IReadOnlyList<Understanding> read = scene.Command == Command.Skip
            ? [.. steps.Select(_ => Skipped)]
            : UnderstandSeveral.Read(steps, scene.Said.Words, scene.Language, KigaliTime.Day(scene.Now));
        if (read.All(one => one.Value is not null))
            Give(scene, life, run, steps, [.. read.Select(one => one.Value ?? "")]);
        else if (asked.Unclear + 1 < UnclearBeforeOneByOne)
            Say(scene, run, steps, [FormAnswering.Hint(scene, read.First(one => one.Value is null))], asked with { Token = scene.NewToken(), Unclear = asked.Unclear + 1 });
        else
            Apart(scene, life, run, steps[0], [scene.Text("talk.together.apart")]);
    }

    static void Give(Scene scene, FormLife life, FormRun run, IReadOnlyList<FormStep> steps, IReadOnlyList<string> values)
    {
        List<string> faults = [];
        foreach (var (step, value) in steps.Zip(values))
        {
            var attempt = run.Try(step.Path, value);
            if (attempt.Run is { } taken)
                scene.Note(new AnswerGiven(scene.Conversation.Person, scene.Now, scene.Session.Id, step.Path, taken.Answer(step.Path) ?? value));
            else
                faults.Add($"{step.Label(FormAsking.Code(scene))} – {FormAnswering.Refused(scene, step, attempt)}");
            run = attempt.Run ?? run;
        }

        life.Fire(scene, FormTrigger.Answered);
        scene.Keep(scene.Session with { Answers = run.Answers, Asked = null });
        if (faults.Count > 0)
            Apart(scene, life, run, steps[0], faults);
        else
            FormAsking.Next(scene, life, run, []);
    }

    static void Apart(Scene scene, FormLife life, FormRun run, FormStep first, IReadOnlyList<string> lead)
    {
        scene.Keep(scene.Session with { OneByOne = Page(first) });
        FormAsking.Next(scene, life, run, lead);
    }

    static void Say(Scene scene, FormRun run, IReadOnlyList<FormStep> steps, IReadOnlyList<string> lead, Asked asked)
    {
        var code = FormAsking.Code(scene);
        var group = run.Form.Groups.FirstOrDefault(group => group.Path == InstancePath.Plain(steps[0].FieldList));
        var head = new[] { FormPlace.Instance(scene, run.Form, steps[0].Path), FormPlace.Progress(scene, run, steps[0]), group is null ? "" : FormPlace.Written(scene, group) };
        var lines = steps.Select((step, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {step.Label(code)}{Options(step, code)}{Hint(step, code)}"));
        FormAsking.Keep(scene, asked);
        scene.Reply(new Outbound(
            FormSentence.Joined([.. lead, string.Join("\n", [string.Join(" · ", head.Where(part => part.Length > 0)), .. lines]), scene.Text("talk.together", ("count", steps.Count))]),
            [.. Offered(run, steps).Select(scene.Button)]));
    }

    static string Options(FormStep step, string code) => step.Options.Count == 0 ? ""
        : $" ({string.Join(", ", step.Options.Select((option, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1} = {option.Label(code)}")))})";

    static string Hint(FormStep step, string code) => step.Hint(code) is { Length: > 0 } hint ? $" – {hint}" : "";

    static IEnumerable<Command> Offered(FormRun run, IReadOnlyList<FormStep> steps)
    {
        if (steps.All(step => !step.Required))
            yield return Command.Skip;
        if (run.Progress.Answered > 0)
            yield return Command.Back;
        yield return Command.Menu;
    }

    static IReadOnlyList<FormStep> Standing(FormRun run, Asked asked) => [.. asked.Together.Select(run.At).OfType<FormStep>()];

    // The page and the instance of the repeat that it stands in.
    static string Page(FormStep step) => step.FieldList.Length == 0 ? "" : $"{InstancePath.Plain(step.FieldList)} {string.Join(' ', InstancePath.Places(step.Path))}";
}
