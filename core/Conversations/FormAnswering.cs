using RbcBot.Core.Calendar;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Takes what a person says to a standing question.</summary>
static class FormAnswering
{
    public static void Take(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        if (scene.Session.Asked is not { } asked || run.At(asked.Path) is not { } step)
            FormAsking.Next(scene, life, []);
        else if (scene.Command is { } command && TakeCommand(scene, life, run, step, command))
            return;
        else if (FormListing.Take(scene, life, run, asked))
            return;
        else if (scene.Said.Kind == SaidKind.Choice)
            FormPressing.Take(scene, life, run, step, asked);
        else if (asked.Together.Count > 0)
            FormTogether.Take(scene, life, run, asked);
        else if (scene.Said.Kind != SaidKind.Text)
            FormSent.Take(scene, life, run, step);
        else
        {
            FormEdits.Remember(scene, step.Path);
            TakeWords(scene, life, run, step, asked);
        }
    }

    static bool TakeCommand(Scene scene, FormLife life, FormRun run, FormStep step, Command command)
    {
        switch (command)
        {
            case Command.Back:
                StepBack(scene, life, run);
                return true;
            case Command.Skip when scene.Session.Asked is { Together.Count: 0 }:
                Give(scene, life, run, step, "", "");
                return true;
            case Command.Why:
                var why = step.Guidance(FormAsking.Code(scene));
                FormAsking.Again(scene, life, [why.Length > 0 ? why : scene.Text("talk.why.unknown")]);
                return true;
            case Command.Review:
                FormListing.Show(scene, life);
                return true;
            case Command.Yes or Command.No when scene.Said.Kind == SaidKind.Text && scene.Session.Asked is { IsListing: true }:
                FormAsking.Again(scene, life, []); // said to the list, not to the question above it
                return true;
            case Command.Done when FormTrace.IsBegun(step, scene.Session.Asked!): // a question stands: Take looked
                FormTrace.Finish(scene, life, run, step);
                return true;
            case Command.Done when step.Question.Type is QuestionType.SelectMultiple or QuestionType.Rank:
                GiveTicked(scene, life, run, step);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gives what is ticked as the answer: several in the sheet's order, a ranking in its own.</summary>
    public static void GiveTicked(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var ticked = scene.Session.Asked!.Ticked; // a question stands: Take looked
        if (step.Question.Type == QuestionType.Rank && ticked.Count > 0 && ticked.Count < step.Options.Count)
            Unclear(scene, life, step, scene.Text("talk.rank.all"));
        else
            Give(scene, life, run, step, string.Join(' ', step.Question.Type == QuestionType.Rank ? ticked : step.Options.Select(option => option.Name).Where(ticked.Contains)), "");
    }

    /// <summary>Takes words as the answer to the question, or says how it is answered.</summary>
    public static void TakeWords(Scene scene, FormLife life, FormRun run, FormStep step, Asked asked)
    {
        if (FormLater.IsOffered(step, asked) && Folding.Bare(scene.Said.Words) == Folding.Bare(scene.Text("talk.later")))
        {
            FormLater.Leave(scene, life, step);
            return;
        }

        var read = Read(scene, step, asked);
        if (step is { Required: true, Question.Type: QuestionType.Note })
            FormAsking.Again(scene, life, []); // a stop sign: no word passes it
        else if (read.Value is { } value)
            Give(scene, life, run, step, value, Echo(scene, step, value, read.Echo));
        else if (Courtesies.Returned(scene) is { } courtesy)
            FormAsking.Again(scene, life, [courtesy]);
        else if (DistrictAnswers.Fits(step))
            TakeDistrict(scene, life, run, step);
        else if (read.Partial is { } partial && FormCalendar.Fits(step))
            FormCalendar.Show(scene, run, step, asked, partial, Hint(scene, read));
        else if (read.Partial is { } points && FormTrace.Fits(step))
            FormTrace.Keep(scene, run, step, points);
        else if (!LongListSearch.Take(scene, run, step, asked, read.Offered))
            Unclear(scene, life, step, Hint(scene, read));
    }

    static string Echo(Scene scene, FormStep step, string value, bool isWanted)
    {
        var key = scene.Said.Kind == SaidKind.Edited ? "talk.edited.taken" : isWanted ? "talk.echo" : null;
        return key is null ? "" : scene.Text(key, ("answer", Spoken.Value(step.Question, value, scene.Language)));
    }

    /// <summary>What the words mean as an answer to the question.</summary>
    public static Understanding Read(Scene scene, FormStep step, Asked asked)
    {
        var (words, today) = (scene.Said.Words, KigaliTime.Day(scene.Now));
        return FormCalendar.Fits(step) && FormCalendar.Partial(asked) is { Length: > 0 } partial ? CalendarSteps.Read(partial, words, today)
            : FormTrace.IsBegun(step, asked) ? Understand.Answer(step, $"{asked.Partial};{words}", scene.Language, today)
            : step.Question.HasChoices ? Understand.Answer(step, asked.Options, words, scene.Language, today)
            : Understand.Answer(step, words, scene.Language, today);
    }

    /// <summary>The sentence that says how to answer.</summary>
    public static string Hint(Scene scene, Understanding read) => scene.Text(read.HintKey ?? "talk.unclear", [.. read.HintSlots]);

    static void TakeDistrict(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var (code, sentence) = DistrictAnswers.Read(scene, step, scene.Said.Words);
        if (code is null)
            Unclear(scene, life, step, sentence);
        else
            Give(scene, life, run, step, code, sentence);
    }

    /// <summary>Tries the value: keeps it and asks on, or says why it was refused.</summary>
    public static void Give(Scene scene, FormLife life, FormRun run, FormStep step, string value, string echo)
    {
        var before = scene.Session.IsCorrecting ? run.Progress : default;
        var attempt = run.Try(step.Path, value);
        if (attempt.Run is not { } next)
        {
            Unclear(scene, life, step, Refused(scene, step, attempt));
            return;
        }

        scene.Note(new AnswerGiven(scene.Conversation.Person, scene.Now, scene.Session.Id, step.Path, next.Answer(step.Path) ?? value));
        life.Fire(scene, FormTrigger.Answered);
        var changed = scene.Session.IsCorrecting ? FormCorrection.Changed(scene, before, next.Progress) : "";
        scene.Keep(scene.Session with { Answers = next.Answers, Asked = null });
        FormAsking.Next(scene, life, next, [SentAnswers.Sharing(step.Question.Type) == Sharing.Location ? Over(scene, echo) : echo, changed], step.Path);
    }

    // A message of its own, so that a channel can take away the button that shares the place.
    static string Over(Scene scene, string echo)
    {
        scene.Reply(new Outbound(echo.Length > 0 ? echo : scene.Text("talk.noted")) { Sharing = Sharing.Over });
        return "";
    }

    /// <summary>Notes the refusal; the sentence that tells the person.</summary>
    public static string Refused(Scene scene, FormStep step, Attempt attempt)
    {
        var why = attempt.Refused!.Value; // no run means refused
        scene.Note(new AnswerRefused(scene.Conversation.Person, scene.Now, scene.Session.Id, step.Path, why.ToString()));
        var own = attempt.Messages.TryGetValue(Languages.Code(scene.Language), out var message) ? message : attempt.Messages.Values.FirstOrDefault("");
        return own.Length > 0 ? own : scene.Text($"talk.refused.{why.ToString().ToLowerInvariant()}");
    }

    public static void Unclear(Scene scene, FormLife life, FormStep step, string sentence)
    {
        var asked = scene.Session.Asked!; // a question stands: Take looked
        var unclear = asked.Unclear + 1;
        // What a search left of a short list does not stand in the way of the next answer.
        scene.Keep(scene.Session with { Asked = asked with { Unclear = unclear, Found = LongList.Is(step) ? asked.Found : [] } });
        // Said at every third; the way to leave a required question for later stays from the first time on.
        var ways = step.Question.Type == QuestionType.Note || unclear % FormLater.UnclearBeforeWaysOut != 0 ? ""
            : scene.Text(step.Required ? "talk.ways-out" : "talk.ways-out.skip");
        FormAsking.Again(scene, life, [sentence, ways]);
    }

    static void StepBack(Scene scene, FormLife life, FormRun run)
    {
        var last = run.Answers.LastOrDefault(answer => run.At(answer.Path) is { Question.IsAsked: true });
        if (last is null)
        {
            FormAsking.Again(scene, life, [scene.Text("talk.back.first")]);
            return;
        }

        var before = run.Without(last.Path);
        scene.Keep(scene.Session with { Answers = before.Answers });
        FormCorrection.Ask(scene, before, before.At(last.Path)!, last.Value); // it was relevant with the answers before it
    }
}
