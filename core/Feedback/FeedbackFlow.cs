using System.Globalization;
using RbcBot.Core.Conversations;
using Stateless;

namespace RbcBot.Core.Feedback;

/// <summary>Feedback after a module, and the knowledge tests around it: voluntary, never taken back once begun, a test's score told only after the training.</summary>
public static class FeedbackFlow
{
    public static FormLife Feedback { get; } = new("feedback", Machine);

    public static FormLife Test { get; } = new("test", Machine, TellScore);

    /// <summary>The steps of feedback and tests; drawn into docs/flows/feedback.mmd.</summary>
    public static StateMachine<FormState, FormTrigger> Machine(FormState state) => FormMachine.Of(state);

    /// <summary>A score before the training would teach the test, so it is told from the post-test on.</summary>
    static void TellScore(Scene scene)
    {
        var score = scene.Session.Submission.FirstOrDefault(answer => answer.Path.EndsWith("/score", StringComparison.Ordinal))?.Value;
        var moment = scene.Catalogue.Round(scene.Session.Subject)?.Moment;
        if (score is { Length: > 0 } && moment is not (null or "" or "pre"))
            scene.Say("test.score", ("score", OfAll(scene, score)));
    }

    /// <summary>Such as 15/20; the questions that count have a key.</summary>
    static string OfAll(Scene scene, string score)
    {
        var keyed = scene.Catalogue.Forms[scene.Session.FormVersion].Questions.Count(question => question.Chat.ContainsKey("key"));
        return keyed == 0 ? score : string.Create(CultureInfo.InvariantCulture, $"{score}/{keyed}");
    }
}
