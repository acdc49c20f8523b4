using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Required questions that a person cannot answer now: left for later, and asked again at the end.</summary>
static class FormLater
{
    /// <summary>After this many answers in a row that were not understood or refused, ways out are offered.</summary>
    public const int UnclearBeforeWaysOut = 3;

    /// <summary>Whether leaving the question for later is offered: only where it cannot be skipped and was tried.</summary>
    public static bool IsOffered(FormStep step, Asked asked) =>
        step.Required && step.Question.Type != QuestionType.Note && asked.Unclear >= UnclearBeforeWaysOut;

    /// <summary>The next question that was not left for later; null when only those are left, or none.</summary>
    public static FormStep? Upcoming(FormRun run, IReadOnlyList<string> later)
    {
        var step = run.Next;
        while (step is not null && later.Contains(step.Path))
            step = run.Following(step.Path);
        return step;
    }

    public static void Leave(Scene scene, FormLife life, FormStep step)
    {
        var session = scene.Session;
        scene.Keep(session with { Later = [.. session.Later.Where(path => path != step.Path), step.Path], Asked = null });
        FormAsking.Next(scene, life, [scene.Text("talk.later.left")]);
    }

    /// <summary>At the end: what was left for later is due. Returns the sentence that says so; "" when nothing was left.</summary>
    public static string Recall(Scene scene, FormRun run)
    {
        if (scene.Session.Later.Count == 0 || run.Next is null)
            return "";
        scene.Keep(scene.Session with { Later = [] });
        return scene.Text("talk.later.now");
    }
}
