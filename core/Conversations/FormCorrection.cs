using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>An earlier answer asked again, and what its change brings with it.</summary>
static class FormCorrection
{
    /// <summary>Asks the question again, telling the answer it had; ticks of several are kept.</summary>
    public static void Ask(Scene scene, FormRun run, FormStep step, string value)
    {
        var ticked = step.Question.Type == QuestionType.SelectMultiple ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        var shown = step.Question.Type == QuestionType.AnotherRepeat ? scene.Text($"talk.{value}") : Spoken.Value(step.Question, value, scene.Language);
        FormAsking.Put(scene, run, step, [value.Length == 0 ? scene.Text("talk.back.skipped") : scene.Text("talk.back.earlier", ("answer", shown))], FormAsking.Fresh(scene, step, ticked));
    }

    /// <summary>The same, as a correction: afterwards only what it changed is asked.</summary>
    public static void Ask(Scene scene, string path)
    {
        scene.Keep(scene.Session with { IsCorrecting = true });
        var run = FormAsking.Run(scene);
        Ask(scene, run, run.At(path)!, run.Answers.First(answer => answer.Path == path).Value); // only relevant answers are listed
    }

    /// <summary>What is different after a correction: questions that come with it, answers that no longer count; "" when neither.</summary>
    /// <param name="before">The progress before it.</param>
    public static string Changed(Scene scene, (int Answered, int Total) before, (int Answered, int Total) after)
    {
        var (more, fewer) = (after.Total - after.Answered - (before.Total - before.Answered), before.Answered - after.Answered);
        return string.Join(" ", new[]
        {
            more > 0 ? scene.Text("talk.correct.more", ("count", more)) : "",
            fewer > 0 ? scene.Text("talk.correct.fewer", ("count", fewer)) : "",
        }.Where(sentence => sentence.Length > 0));
    }
}
