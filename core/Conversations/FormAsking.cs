using System.Globalization;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Puts a form's questions to the person.</summary>
static class FormAsking
{
    /// <summary>Most values of a range that are shown as buttons.</summary>
    const int MostOfRange = 11;

    /// <summary>The run of the session in front, rebuilt from its answers.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue lacks the pinned form: an operator's mistake.</exception>
    public static FormRun Run(Scene scene) => FormRun.Of(
        scene.Catalogue.Forms[scene.Session.FormVersion], scene.Session.Answers, FormMoments.Of(scene.Conversation, scene.Session, scene.Catalogue, scene.Now));

    /// <summary>Passes notes and asks the next question, or goes to the end.</summary>
    /// <param name="lead">Sentences to say before it, in the same message.</param>
    public static void Next(Scene scene, FormLife life, IReadOnlyList<string> lead) => Next(scene, life, Run(scene), lead);

    /// <summary>The same, from the run as it already stands.</summary>
    /// <param name="after">Path of the question that was answered a moment ago; "" when none was.</param>
    public static void Next(Scene scene, FormLife life, FormRun run, IReadOnlyList<string> lead, string after = "")
    {
        var (passed, step, said, media) = PassNotes(scene, run, lead);
        scene.Keep(scene.Session with { Answers = passed.Answers, IsCorrecting = false });
        if (step is null && FormLater.Recall(scene, passed) is { Length: > 0 } recall)
            (step, said) = (passed.Next, [.. said, recall]);
        if (step is null)
            FormReview.Reach(scene, life, passed, said);
        else if (FormTogether.Steps(scene, passed, step) is { Count: > 0 } steps)
            FormTogether.Put(scene, passed, steps, said);
        else
            Put(scene, passed, step, said, Fresh(scene, step), media, after);
    }

    // The step after the notes; null at the end.
    static (FormRun Run, FormStep? Step, List<string> Said, List<OutboundMedia> Media) PassNotes(Scene scene, FormRun run, IReadOnlyList<string> lead)
    {
        var said = lead.ToList();
        List<OutboundMedia> media = [];
        var step = FormLater.Upcoming(run, scene.Session.Later);
        for (; step is { Question.Type: QuestionType.Note, Required: false } note; step = FormLater.Upcoming(run, scene.Session.Later))
        {
            said.Add(note.Label(Code(scene)));
            media.AddRange(FormPictures.Of(scene, note));
            run = run.Try(note.Path, "").Run ?? throw new InvalidOperationException($"The note {note.Path} does not pass.");
        }

        return (run, step, said, media);
    }

    /// <summary>Asks once more what stands open, its ticks and its page kept.</summary>
    public static void Again(Scene scene, FormLife life, IReadOnlyList<string> lead)
    {
        var run = Run(scene);
        if (scene.Session.Asked is not { } asked || run.At(asked.Path) is not { } step)
            Next(scene, life, lead);
        else if (asked.Together.Count > 0)
            FormTogether.Again(scene, run, asked, lead);
        else
            Put(scene, run, step, lead, asked with { Token = scene.NewToken(), IsListing = false });
    }

    /// <summary>Redraws the buttons of the question that stands open: ticks, or another page of its list.</summary>
    public static void Redraw(Scene scene, FormStep step, Asked asked)
    {
        scene.Keep(scene.Session with { Asked = asked, Touched = scene.Now });
        var run = Run(scene);
        scene.Reply(new Outbound(FormSentence.Of(scene, run, step, asked, []), FormButtons.Of(scene, run, step, asked), Redraws: true));
    }

    /// <summary>The question as asked anew: nothing ticked, first page.</summary>
    public static Asked Fresh(Scene scene, FormStep step, IReadOnlyList<string>? ticked = null) =>
        new(scene.NewToken(), step.Path, Shown(step), ticked ?? [], 0);

    public static void Put(
        Scene scene, FormRun run, FormStep step, IReadOnlyList<string> lead, Asked asked, IReadOnlyList<OutboundMedia>? before = null, string after = "")
    {
        Keep(scene, asked);
        var sharing = SentAnswers.Sharing(step.Question.Type);
        scene.Reply(new Outbound(FormSentence.Of(scene, run, step, asked, lead, after), FormButtons.Of(scene, run, step, asked))
        {
            Sharing = sharing,
            SharingLabel = sharing == Sharing.None ? "" : scene.Text($"chat.share.{sharing.ToString().ToLowerInvariant()}"),
            Media = [.. before ?? [], .. FormPictures.Of(scene, step)],
        });
    }

    /// <summary>Keeps what was asked, and sets the reminder for it.</summary>
    public static void Keep(Scene scene, Asked asked)
    {
        var session = scene.Session with { Asked = asked, Touched = scene.Now, Language = Code(scene) };
        scene.Keep(session);
        Reminding.Set(scene, session);
    }

    public static string Code(Scene scene) => Languages.Code(scene.Language);

    static IReadOnlyList<string> Shown(FormStep step) => step.Question switch
    {
        { Type: QuestionType.Range, Range: { Step: > 0 } range } when (range.End - range.Start) / range.Step < MostOfRange =>
            [.. Enumerable.Range(0, (int)((range.End - range.Start) / range.Step) + 1)
                .Select(place => (range.Start + place * range.Step).ToString(CultureInfo.InvariantCulture))],
        _ => [.. step.Options.Select(option => option.Name)],
    };
}
