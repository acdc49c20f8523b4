using System.Globalization;
using System.Text;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>The answers so far as a numbered list by section, from which any can be chosen to be corrected, by its number or by pressing it.</summary>
static class FormListing
{
    /// <summary>Lines of a list in one message: more would pass 4,096 characters on Telegram.</summary>
    const int LinesPerMessage = 25;

    /// <summary>Answers to press on one page.</summary>
    const int PerPage = 8;

    /// <summary>Characters of a question in a line, and on a button.</summary>
    const int LabelLength = 60, ButtonLength = 30;

    /// <summary>Characters of an answer in a line: enough to recognise a long text.</summary>
    const int AnswerLength = 80;

    const string Page = "kp:", Pick = "k:";

    /// <summary>Lists the answers in the middle of a form; a number or a press then corrects one.</summary>
    public static void Show(Scene scene, FormLife life)
    {
        var run = FormAsking.Run(scene);
        var answers = Of(run);
        if (answers.Count == 0 || scene.Session.Asked is not { } asked)
        {
            FormAsking.Again(scene, life, [scene.Text("talk.listing.nothing")]);
            return;
        }

        scene.Keep(scene.Session with { Asked = asked with { IsListing = true } });
        Say(scene, Messages(scene, run, answers), scene.Text("talk.listing", ("most", answers.Count)), [.. Picks(scene, run, answers, 0), scene.Button(Command.Resume), scene.Button(Command.Menu)]);
    }

    /// <summary>True when what was said chose an answer of a list in the middle of a form, or another page of it.</summary>
    public static bool Take(Scene scene, FormLife life, FormRun run, Asked asked)
    {
        if (!asked.IsListing && !(scene.Said.Kind == SaidKind.Choice && run.At(asked.Path) is { Required: true, Question.Type: QuestionType.Note }))
            return false;
        if (Chosen(scene, Of(run)) is { } answer)
            FormCorrection.Ask(scene, answer.Path);
        else if (!TurnPage(scene, run, [scene.Button(Command.Resume), scene.Button(Command.Menu)]))
            return false;
        return true;
    }

    /// <summary>The answers that count, in the form's order, and the ends of open repeats, where one more could be told.</summary>
    public static IReadOnlyList<GivenAnswer> Of(FormRun run)
    {
        var order = run.Submission.Index().ToDictionary(one => one.Item.Path, one => one.Index);
        return [.. run.Answers
            .Where(answer => run.At(answer.Path) is { Question.IsAsked: true } step && (step.Question.Type != QuestionType.AnotherRepeat || answer.Value == "no"))
            .OrderBy(answer => order.TryGetValue(answer.Path, out var place) ? place : AfterRepeat(order, answer.Path))];
    }

    /// <summary>The answer that a number or a press means; null when it means none.</summary>
    public static GivenAnswer? Chosen(Scene scene, IReadOnlyList<GivenAnswer> answers)
    {
        if (scene.Said.Kind == SaidKind.Choice)
            return answers.FirstOrDefault(answer => Payload(answer) == scene.Said.Words);
        return scene.Said.Kind == SaidKind.Text
            && int.TryParse(scene.Said.Words.Trim().TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= answers.Count ? answers[number - 1] : null;
    }

    /// <summary>True when another page of the answers was pressed, and is shown.</summary>
    public static bool TurnPage(Scene scene, FormRun run, IReadOnlyList<Button> commands)
    {
        if (scene.Said.Kind != SaidKind.Choice || !scene.Said.Words.StartsWith(Page, StringComparison.Ordinal)
            || !int.TryParse(scene.Said.Words.AsSpan(Page.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page))
            return false;
        var answers = Of(run);
        scene.Reply(new Outbound(scene.Text("talk.correct.which", ("most", answers.Count)), [.. Picks(scene, run, answers, page), .. commands], Redraws: true));
        return true;
    }

    /// <summary>The lines, a heading before each section, in as many messages as they need.</summary>
    public static IReadOnlyList<string> Messages(Scene scene, FormRun run, IReadOnlyList<GivenAnswer> answers)
    {
        List<string> lines = [];
        var section = "";
        foreach (var (index, answer) in answers.Index())
        {
            var own = FormPlace.Section(scene, run.Form, answer.Path);
            var heading = own == section ? "" : own.Length > 0 ? $"\n{own}\n" : "\n";
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{heading}{index + 1}. {Line(scene, run, answer, LabelLength)}"));
            section = own;
        }

        return [.. lines.Chunk(LinesPerMessage).Select(chunk => string.Join("\n", chunk).Trim('\n'))];
    }

    /// <summary>All but the last message, then the last with a sentence and buttons.</summary>
    public static void Say(Scene scene, IReadOnlyList<string> messages, string sentence, IReadOnlyList<Button> buttons)
    {
        foreach (var message in messages.SkipLast(1))
            scene.Reply(new Outbound(message));
        scene.Reply(new Outbound(messages.LastOrDefault("") + "\n\n" + sentence, buttons));
    }

    /// <summary>Buttons that choose an answer, a page of them.</summary>
    public static IEnumerable<Button> Picks(Scene scene, FormRun run, IReadOnlyList<GivenAnswer> answers, int page)
    {
        foreach (var (index, answer) in answers.Index().Skip(page * PerPage).Take(PerPage))
            yield return new Button(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {Line(scene, run, answer, ButtonLength)}"), Payload(answer)) { Number = index + 1 };
        var pages = (answers.Count + PerPage - 1) / PerPage;
        if (page > 0)
            yield return new Button("◀ " + scene.Text("talk.list.page", ("page", page), ("pages", pages)), Page + Number(page - 1), ButtonRole.Aid);
        if (page + 1 < pages)
            yield return new Button(scene.Text("talk.list.page", ("page", page + 2), ("pages", pages)) + " ▶", Page + Number(page + 1), ButtonRole.Aid);
    }

    /// <summary>At a stop sign: the answers that it follows from, to be pressed and corrected.</summary>
    public static IEnumerable<Button> Causes(Scene scene, FormRun run, FormStep stop) => run.Causes(stop.Path).Take(PerPage)
        .Select(path => run.Answers.First(answer => answer.Path == path))
        .Select(answer => new Button(Line(scene, run, answer, ButtonLength), Payload(answer)));

    static string Line(Scene scene, FormRun run, GivenAnswer answer, int most)
    {
        var step = run.At(answer.Path)!; // only relevant answers are listed
        if (step.Question.Type == QuestionType.AnotherRepeat)
            return FormSentence.Another(scene, run.Form, step) + " " + scene.Text($"talk.{answer.Value}");
        var value = Spoken.Value(step.Question, answer.Value, scene.Language);
        var shown = value.Length > AnswerLength ? value[..AnswerLength] + " …" : value;
        return $"{Spoken.Short(step.Label(FormAsking.Code(scene)), most).TrimEnd('?', '.', ':', ' ')}: {shown}";
    }

    static int AfterRepeat(Dictionary<string, int> order, string path) => order
        .Where(one => one.Key.StartsWith(path[..(path.LastIndexOf('[') + 1)], StringComparison.Ordinal)).Select(one => one.Value).DefaultIfEmpty(int.MaxValue).Max();

    // The path's own hash: a press means this answer, however the list stands when it comes.
    static string Payload(GivenAnswer answer) => Pick + StableHash.Of(Encoding.UTF8.GetBytes(answer.Path)).ToString("x16", CultureInfo.InvariantCulture);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
