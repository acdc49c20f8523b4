using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Takes what was sent and not written as the answer to a standing question: a place, a file, the person's own number.</summary>
static class FormSent
{
    public static void Take(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        if (scene.Said.Number is { } number)
            TakeNumber(scene, life, run, step, number);
        else if (FormTrace.Fits(step) && scene.Said.Place is { } place)
            FormTrace.Add(scene, run, step, place);
        else if (SentAnswers.Value(scene.Said) is { } value)
            FormAnswering.Give(scene, life, run, step, value, scene.Text(step.Question.IsMedia ? "talk.sent" : "talk.sent.location"));
        else
            FormAnswering.Unclear(scene, life, step, scene.Text(scene.Said.File?.Fault ?? "talk.sent.lost"));
    }

    // Only a question that refuses words asks for a number: elsewhere a contact is not wanted, and not kept.
    static void TakeNumber(Scene scene, FormLife life, FormRun run, FormStep step, string number)
    {
        if (run.Try(step.Path, number).Run is not null && run.Try(step.Path, "telephone").Run is null)
            FormAnswering.Give(scene, life, run, step, number, scene.Text("talk.echo", ("answer", number)));
        else
            FormAnswering.Unclear(scene, life, step, scene.Text("talk.media.contact"));
    }
}
