using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>The words of a question, as one message.</summary>
static class FormSentence
{
    /// <param name="lead">What is said before it.</param>
    /// <param name="after">Path of the question that was answered a moment ago; "" when none was.</param>
    public static string Of(Scene scene, FormRun run, FormStep step, Asked asked, IReadOnlyList<string> lead, string after = "")
    {
        var place = new[] { FormPlace.Instance(scene, run.Form, step.Path), FormPlace.Progress(scene, run, step), Label(scene, run, step, after) };
        var lines = new[] { string.Join(" · ", place.Where(part => part.Length > 0)), step.Hint(FormAsking.Code(scene)), How(scene, step, asked) };
        return Joined([.. lead, string.Join("\n", lines.Where(line => line.Length > 0))]);
    }

    /// <summary>Paragraphs of one message, without the empty ones.</summary>
    public static string Joined(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs.Where(line => line.Length > 0));

    static string Label(Scene scene, FormRun run, FormStep step, string after)
    {
        var code = FormAsking.Code(scene);
        if (step.Question.Type == QuestionType.AnotherRepeat)
            return Another(scene, run.Form, step);
        return after.Length > 0 && step.Question.HasChoices && Parent(after) == Parent(step.Path) && run.At(after) is { Question.HasChoices: true } before
            ? PairedLabel.Rest(before.Label(code), step.Label(code))
            : step.Label(code);
    }

    public static string Another(Scene scene, Form form, FormStep step) =>
        form.Groups.FirstOrDefault(group => group.Path == InstancePath.Plain(step.Path)) is { } repeat
            ? scene.Text("talk.repeat.another", ("label", FormPlace.Label(scene, repeat)))
            : step.Label(FormAsking.Code(scene));

    static string How(Scene scene, FormStep step, Asked asked) => step.Question.Type switch
    {
        _ when LongList.Is(step) => scene.Text(LongList.Groups(step).Count > 0 && asked.Found.Count == 0 ? "talk.list.groups" : "talk.list.how", ("count", step.Options.Count)),
        QuestionType.SelectMultiple => scene.Text("talk.several"),
        QuestionType.Rank => scene.Text("talk.rank"),
        QuestionType.Time => scene.Text("talk.time"),
        QuestionType.DateTime => scene.Text("talk.date-time"),
        QuestionType.Range when step.Question.Range is { } range => scene.Text("talk.range", ("from", range.Start), ("to", range.End)),
        QuestionType.GeoPoint => scene.Text("talk.share.location"),
        QuestionType.GeoTrace or QuestionType.GeoShape => scene.Text("talk.share.trace", ("count", FormTrace.Points(asked))),
        QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File => scene.Text(Send(step.Question)),
        QuestionType.Note when step.Required => scene.Text("talk.stop-sign"),
        _ => "",
    };

    /// <summary>The key of the sentence that asks for a file.</summary>
    public static string Send(Question question) => question.Type switch
    {
        QuestionType.Image => "talk.share.image",
        QuestionType.Audio => "talk.share.audio",
        QuestionType.Video => "talk.share.video",
        _ => "talk.share.file",
    };

    static string Parent(string path) => path[..path.LastIndexOf('/')];
}
