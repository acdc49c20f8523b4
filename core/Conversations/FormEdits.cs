using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Messages that went to questions of a form, and what their change corrects.</summary>
static class FormEdits
{
    /// <summary>Messages of a session that are remembered: who mends a slip does so soon.</summary>
    const int Most = 10;

    /// <summary>The words go to the question: whoever changes them means this question.</summary>
    public static void Remember(Scene scene, string path)
    {
        if (scene.Said is { Kind: SaidKind.Text, Message: { } message })
            scene.Keep(scene.Session with { Written = [.. scene.Session.Written.TakeLast(Most - 1), new Written(message, path)] });
    }

    /// <summary>The path of the question that the changed message spoke to; null when that is not known, or long ago.</summary>
    public static string? Answered(Scene scene) => scene.Session.Written.LastOrDefault(written => written.Message == scene.Said.Message)?.Path;

    public static void Take(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        if (FormLife.State(scene.Session) is not (FormState.Asking or FormState.Reviewing)
            || Answered(scene) is not { } path || run.At(path) is not { Question.IsAsked: true } step)
            Edits.Tell(scene);
        else if (scene.Session.Asked is { Together.Count: 0 } asked && asked.Path == path)
            FormAnswering.TakeWords(scene, life, run, step, asked); // it was not understood, or is asked once more
        else if (run.Answer(path) is { } before)
            Correct(scene, life, run, step, before);
        else
            Edits.Tell(scene);
    }

    static void Correct(Scene scene, FormLife life, FormRun run, FormStep step, string before)
    {
        var (conversation, standing) = (scene.Conversation, scene.Session.Asked);
        var asked = FormAsking.Fresh(scene, step);
        if (FormAnswering.Read(scene, step, asked).Value == before)
        {
            scene.Conversation = conversation; // other words of the same meaning
            return;
        }

        if (FormLife.State(scene.Session) == FormState.Reviewing)
            life.Fire(scene, FormTrigger.Corrected);
        scene.Keep(scene.Session with { IsCorrecting = true, Asked = asked });
        FormAnswering.TakeWords(scene, life, run, step, asked);
        if (standing is { Ticked.Count: > 0 } && scene.Session.Asked is { } next && next.Path == standing.Path && FormAsking.Run(scene).At(next.Path) is { } open)
            FormAsking.Redraw(scene, open, next with { Ticked = standing.Ticked });
    }
}
