using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Conversations;

/// <summary>Before a form is submitted: all answers at a glance, any of them to be corrected.</summary>
static class FormReview
{
    /// <summary>The last question is answered: review it, or submit where there is no review.</summary>
    public static void Reach(Scene scene, FormLife life, FormRun run, List<string> said)
    {
        scene.Keep(life.Fire(scene, FormTrigger.ReachedEnd) with { Asked = null });
        if (FormSentence.Joined(said) is { Length: > 0 } lead)
            scene.Reply(new Outbound(lead));
        Show(scene, run);
    }

    public static void Show(Scene scene, FormRun run)
    {
        var answers = FormListing.Of(run);
        FormListing.Say(scene, FormListing.Messages(scene, run, answers), scene.Text("talk.review"), Commands(scene));
    }

    public static void Take(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        if (scene.Command is Command.Yes or Command.Done || IsWritten(scene, "talk.submit"))
            Submit(scene, life, run);
        else
            Take(scene, life, run, FormListing.Of(run));
    }

    static void Take(Scene scene, FormLife life, FormRun run, IReadOnlyList<GivenAnswer> answers)
    {
        if (scene.Command is Command.No || IsWritten(scene, "talk.correct"))
            scene.Reply(new Outbound(scene.Text("talk.correct.which", ("most", answers.Count)), [.. FormListing.Picks(scene, run, answers, 0), scene.Button(Command.Menu)]));
        else if (scene.Command is Command.Back && answers.Count > 0)
            Correct(scene, life, answers[^1]);
        else if (FormListing.Chosen(scene, answers) is { } chosen)
            Correct(scene, life, chosen);
        else if (!FormListing.TurnPage(scene, run, [scene.Button(Command.Menu)]))
        {
            scene.Say("talk.review.unclear", ("most", answers.Count));
            Show(scene, run);
        }
    }

    // Where there are no buttons, people write what would stand on them.
    static bool IsWritten(Scene scene, string label) =>
        scene.Said.Kind == SaidKind.Text && Folding.Fold(scene.Said.Words) == Folding.Fold(scene.Text(label));

    static IReadOnlyList<Button> Commands(Scene scene) =>
    [
        new Button(scene.Text("talk.submit"), Conversations.Commands.Payload(Command.Yes)),
        new Button(scene.Text("talk.correct"), Conversations.Commands.Payload(Command.No)),
        scene.Button(Command.Menu),
    ];

    static void Correct(Scene scene, FormLife life, GivenAnswer answer)
    {
        life.Fire(scene, FormTrigger.Corrected);
        FormCorrection.Ask(scene, answer.Path);
    }

    static void Submit(Scene scene, FormLife life, FormRun run)
    {
        if (run.Next is not null)
        {
            // A form of a newer day, or a clock that moved on, may ask more than it did when the review was reached.
            life.Fire(scene, FormTrigger.Corrected);
            FormAsking.Next(scene, life, [scene.Text("talk.review.more")]);
            return;
        }

        var session = life.Fire(scene, FormTrigger.Confirmed) with
        {
            Submitted = scene.Now,
            IsOver = true,
            Submission = Named(run),
            Asked = null,
        };
        scene.Keep(session);
        Reminding.Set(scene, session);
        scene.Note(new SessionSubmitted(scene.Conversation.Person, scene.Now, session.Id, session.Subject));
        scene.Say($"{life.Flow}.thanks");
        life.Closing?.Invoke(scene);
        Leaving.Close(scene);
    }

    /// <summary>What is submitted; the name that the form gives it stands where XForms looks for it.</summary>
    static IReadOnlyList<GivenAnswer> Named(FormRun run) =>
        run.InstanceName is { Length: > 0 } name ? [.. run.Submission, new($"/{run.Form.Root}/meta/instanceName", name)] : run.Submission;
}
