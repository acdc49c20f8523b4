using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Takes what a person says to a standing question.</summary>
static class FormAnswering
{
    /// <summary>After this many answers in a row that were not understood or refused, ways out are offered.</summary>
    const int UnclearBeforeWaysOut = 3;

    public static void Take(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        if (scene.Session.Asked is not { } asked || run.At(asked.Path) is not { } step)
            FormAsking.Next(scene, life, []);
        else if (scene.Command is { } command && TakeCommand(scene, life, run, step, command))
            return;
        else if (scene.Said.Kind == SaidKind.Choice)
            TakeButton(scene, life, run, step, asked);
        else
            TakeWords(scene, life, run, step);
    }

    static bool TakeCommand(Scene scene, FormLife life, FormRun run, FormStep step, Command command)
    {
        switch (command)
        {
            case Command.Back:
                StepBack(scene, life, run);
                return true;
            case Command.Skip:
                Give(scene, life, run, step, "", "");
                return true;
            case Command.Why:
                var why = step.Guidance(FormAsking.Code(scene));
                FormAsking.Again(scene, life, [why.Length > 0 ? why : scene.Text("talk.why.unknown")]);
                return true;
            case Command.Done when step.Question.Type == QuestionType.SelectMultiple:
                GiveTicked(scene, life, run, step);
                return true;
            default:
                return false;
        }
    }

    static void TakeButton(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked)
    {
        var parts = scene.Said.Words.Split(':');
        if (parts is not ["q", var token, var which] || token != asked.Token)
            FormAsking.Again(scene, life, [scene.Text("talk.button.old")]);
        else if (which == "done")
            GiveTicked(scene, life, run, step);
        else if (step.Question.Type == QuestionType.Acknowledge)
            Give(scene, life, run, step, "OK", "");
        else if (!int.TryParse(which, out var index) || index < 0 || index >= asked.Options.Count)
            FormAsking.Again(scene, life, [scene.Text("talk.button.old")]);
        else if (step.Question.Type == QuestionType.SelectMultiple)
            Tick(scene, step, asked, asked.Options[index]);
        else
            Give(scene, life, run, step, asked.Options[index], "");
    }

    static void Tick(Scene scene, FormStep step, Asked asked, string option)
    {
        var ticked = asked.Ticked.Contains(option) ? asked.Ticked.Where(other => other != option).ToList() : [.. asked.Ticked, option];
        scene.Keep(scene.Session with { Asked = asked with { Ticked = ticked }, Touched = scene.Now });
        FormAsking.Redraw(scene, step);
    }

    static void GiveTicked(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var ticked = scene.Session.Asked!.Ticked; // a question stands: Take looked
        Give(scene, life, run, step, string.Join(' ', step.Options.Select(option => option.Name).Where(ticked.Contains)), "");
    }

    static void TakeWords(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var shown = scene.Session.Asked!.Options; // a question stands: Take looked
        var read = Understand.Answer(step, shown, scene.Said.Words, scene.Language, KigaliTime.Day(scene.Now));
        if (read.Value is null && DistrictAnswers.Fits(step))
            TakeDistrict(scene, life, run, step);
        else if (read.Value is { } value)
            Give(scene, life, run, step, value, read.Echo ? scene.Text("talk.echo", ("answer", Spoken.Value(step.Question, value, scene.Language))) : "");
        else
            Unclear(scene, life, step, scene.Text(read.HintKey ?? "talk.unclear"));
    }

    static void TakeDistrict(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var (code, sentence) = DistrictAnswers.Read(scene, step, scene.Said.Words);
        if (code is null)
            Unclear(scene, life, step, sentence);
        else
            Give(scene, life, run, step, code, sentence);
    }

    static void Give(Scene scene, FormLife life, FormRun run, FormStep step, string value, string echo)
    {
        var attempt = run.Try(step.Question.Path, value);
        if (attempt.Run is not { } next)
        {
            Refuse(scene, life, step, attempt);
            return;
        }

        scene.Note(new AnswerGiven(scene.Conversation.Person, scene.Now, scene.Session.Id, step.Question.Path, value));
        life.Fire(scene, FormTrigger.Answered);
        scene.Keep(scene.Session with { Answers = next.Answers, Asked = null });
        FormAsking.Next(scene, life, next, [echo]);
    }

    static void Refuse(Scene scene, FormLife life, FormStep step, Attempt attempt)
    {
        var why = attempt.Refused!.Value; // no run means refused
        scene.Note(new AnswerRefused(scene.Conversation.Person, scene.Now, scene.Session.Id, step.Question.Path, why.ToString()));
        var own = attempt.Messages.TryGetValue(Languages.Code(scene.Language), out var message) ? message : attempt.Messages.Values.FirstOrDefault("");
        Unclear(scene, life, step, own.Length > 0 ? own : scene.Text($"talk.refused.{why.ToString().ToLowerInvariant()}"));
    }

    static void Unclear(Scene scene, FormLife life, FormStep step, string sentence)
    {
        var asked = scene.Session.Asked!; // a question stands: Take looked
        scene.Keep(scene.Session with { Asked = asked with { Unclear = asked.Unclear + 1 } });
        if (asked.Unclear + 1 < UnclearBeforeWaysOut)
        {
            FormAsking.Again(scene, life, [sentence]);
            return;
        }

        scene.Keep(scene.Session with { Asked = asked with { Unclear = 0 } });
        FormAsking.Again(scene, life, [sentence, scene.Text(step.Required ? "talk.ways-out" : "talk.ways-out.skip")]);
    }

    static void StepBack(Scene scene, FormLife life, FormRun run)
    {
        var last = run.Answers.LastOrDefault(answer => run.Form.Find(answer.Path) is { IsAsked: true } && run.IsRelevant(answer.Path));
        if (last is null)
        {
            FormAsking.Again(scene, life, [scene.Text("talk.back.first")]);
            return;
        }

        var question = run.Form.Find(last.Path)!; // found a line above
        var before = run.Without(last.Path);
        scene.Keep(scene.Session with { Answers = before.Answers });
        FormAsking.Put(scene, life, before, before.At(last.Path)!, // it was relevant with the answers before it
            [scene.Text("talk.back.earlier", ("answer", Spoken.Value(question, last.Value, scene.Language)))],
            question.Type == QuestionType.SelectMultiple ? last.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : []);
    }
}
