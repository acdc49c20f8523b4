using System.Globalization;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Before a form is submitted: all answers at a glance, any of them to be corrected.</summary>
static class FormReview
{
    /// <summary>Lines of a review in one message: more would pass 4,096 characters on Telegram.</summary>
    const int LinesPerMessage = 25;

    /// <summary>Characters of a question in a review line.</summary>
    const int LabelLength = 60;

    /// <summary>Characters of an answer in a review line: enough to recognise a long text.</summary>
    const int AnswerLength = 80;

    /// <summary>The last question is answered: review it, or submit where there is no review.</summary>
    public static void Reach(Scene scene, FormLife life, List<string> said)
    {
        scene.Keep(life.Fire(scene, FormTrigger.ReachedEnd) with { Asked = null });
        if (said.Any(line => line.Length > 0))
            scene.Reply(new Outbound(string.Join("\n\n", said.Where(line => line.Length > 0))));
        Show(scene);
    }

    public static void Show(Scene scene)
    {
        var lines = Answered(scene).Select((answer, index) => Line(scene, answer, index)).ToList();
        var chunks = lines.Chunk(LinesPerMessage).ToList();
        foreach (var chunk in chunks.SkipLast(1))
            scene.Reply(new Outbound(string.Join("\n", chunk)));
        scene.Reply(new Outbound(
            string.Join("\n", chunks.LastOrDefault([])) + "\n\n" + scene.Text("talk.review"),
            [
                new Button(scene.Text("talk.submit"), Commands.Payload(Command.Yes)),
                new Button(scene.Text("talk.correct"), Commands.Payload(Command.No)),
                scene.Button(Command.Menu),
            ]));
    }

    public static void Take(Scene scene, FormLife life)
    {
        var answered = Answered(scene);
        if (scene.Command is Command.Yes or Command.Done)
            Submit(scene, life);
        else if (scene.Command is Command.No)
            scene.Say("talk.correct.which", ("most", answered.Count));
        else if (scene.Command is Command.Back && answered.Count > 0)
            Correct(scene, life, answered[^1]);
        else if (Number(scene) is { } number && number >= 1 && number <= answered.Count)
            Correct(scene, life, answered[number - 1]);
        else
        {
            scene.Say("talk.review.unclear", ("most", answered.Count));
            Show(scene);
        }
    }

    static int? Number(Scene scene) =>
        scene.Said.Kind == SaidKind.Text
        && int.TryParse(scene.Said.Words.Trim().TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static void Correct(Scene scene, FormLife life, GivenAnswer answer)
    {
        life.Fire(scene, FormTrigger.Corrected);
        scene.Keep(scene.Session with { IsCorrecting = true });
        var run = FormAsking.Run(scene);
        var question = run.Form.Find(answer.Path)!; // it was listed from the form
        FormAsking.Put(scene, life, run, run.At(answer.Path)!, // only relevant rows are listed
            [scene.Text("talk.back.earlier", ("answer", Spoken.Value(question, answer.Value, scene.Language)))],
            question.Type == QuestionType.SelectMultiple ? answer.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : []);
    }

    static void Submit(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        var session = life.Fire(scene, FormTrigger.Confirmed) with
        {
            Submitted = scene.Now,
            IsOver = true,
            Submission = run.Submission,
            Asked = null,
        };
        scene.Keep(session);
        Reminding.Set(scene, session);
        scene.Note(new SessionSubmitted(scene.Conversation.Person, scene.Now, session.Id, session.Subject));
        scene.Say($"{life.Flow}.thanks");
        life.Closing?.Invoke(scene);
        Leaving.Close(scene);
    }

    static List<GivenAnswer> Answered(Scene scene)
    {
        var run = FormAsking.Run(scene);
        var given = run.Answers.ToDictionary(answer => answer.Path, answer => answer);
        return [.. run.Form.Questions
            .Where(question => question.IsAsked && given.ContainsKey(question.Path) && run.IsRelevant(question.Path))
            .Select(question => given[question.Path])];
    }

    static string Line(Scene scene, GivenAnswer answer, int index)
    {
        var question = scene.Catalogue.Forms[scene.Session.FormVersion].Find(answer.Path)!; // listed from the form
        var value = Spoken.Value(question, answer.Value, scene.Language);
        var shown = value.Length > AnswerLength ? value[..AnswerLength] + " …" : value;
        var label = Spoken.Short(question, scene.Language, LabelLength).TrimEnd('?', '.', ':', ' ');
        return string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {label}: {shown}");
    }
}
