using System.Globalization;
using RbcBot.Core.Calendar;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Lessons;

/// <summary>The quiz of a lesson: every option is explained, a wrong one may be tried once more, nobody gets stuck.</summary>
static class Quiz
{
    /// <summary>After this many tries the right answer is told.</summary>
    const int MostTries = 2;

    /// <summary>The question that stands open; null when all are done.</summary>
    public static QuizQuestion? Current(Session session, Lesson lesson) => lesson.Quiz.FirstOrDefault(question => !IsDone(session, question));

    public static void Ask(Scene scene, Lesson lesson, IReadOnlyList<string> lead)
    {
        if (Current(scene.Session, lesson) is not { } question)
            return;

        var asked = new Asked(scene.NewToken(), question.Id, [.. question.Options.Select(option => option.Id)], [], 0);
        scene.Keep(scene.Session with { Asked = asked, Touched = scene.Now });
        scene.Reply(new Outbound(
            string.Join("\n\n", [.. lead, question.Stem.In(scene.Language)]),
            [
                .. question.Options.Select((option, index) => new Button(
                    option.Label.In(scene.Language), string.Create(CultureInfo.InvariantCulture, $"q:{asked.Token}:{index}"))),
                scene.Button(Command.Menu),
            ]));
        Reminding.Set(scene, scene.Session);
    }

    /// <summary>Takes an answer; returns what to say before what comes next, or null when it was not clear and the question was asked again.</summary>
    public static IReadOnlyList<string>? Take(Scene scene, Lesson lesson)
    {
        var question = Current(scene.Session, lesson)!; // the state says that one stands open
        if (scene.Session.Asked?.Path != question.Id || Read(scene, question) is not { } option)
        {
            Ask(scene, lesson, [scene.Text(scene.Said.Kind == SaidKind.Choice ? "talk.button.old" : "understand.choice")]);
            return null;
        }

        var tries = scene.Session.Answers.Count(answer => answer.Path == question.Id) + 1;
        scene.Keep(scene.Session with { Answers = [.. scene.Session.Answers, new GivenAnswer(question.Id, option.Id)] });
        scene.Note(new QuizAnswered(scene.Conversation.Person, scene.Now, scene.Session.Id, question.Id, option.Id, option.IsRight, tries));
        return Explain(scene, question, option, tries);
    }

    static List<string> Explain(Scene scene, QuizQuestion question, QuizOption option, int tries)
    {
        List<string> said = [scene.Text(option.IsRight ? "lesson.right" : "lesson.wrong") + " " + option.Explanation.In(scene.Language)];
        if (option.IsRight)
            return said;

        var right = question.Options.First(other => other.IsRight);
        said.Add(tries < MostTries
            ? scene.Text("lesson.again")
            : scene.Text("lesson.right-was", ("answer", right.Label.In(scene.Language))) + " " + right.Explanation.In(scene.Language));
        return said;
    }

    static bool IsDone(Session session, QuizQuestion question)
    {
        var given = session.Answers.Where(answer => answer.Path == question.Id).ToList();
        return given.Count >= MostTries || given.Any(answer => question.Options.Any(option => option.Id == answer.Value && option.IsRight));
    }

    static QuizOption? Read(Scene scene, QuizQuestion question)
    {
        var id = scene.Said.Kind == SaidKind.Choice ? Pressed(scene) : Written(scene, question);
        return question.Options.FirstOrDefault(option => option.Id == id);
    }

    static string? Pressed(Scene scene) =>
        scene.Said.Words.Split(':') is ["q", var token, var which] && token == scene.Session.Asked?.Token
        && int.TryParse(which, out var index) && index >= 0 && index < scene.Session.Asked.Options.Count
            ? scene.Session.Asked.Options[index] : null;

    /// <summary>The quiz question read as a form's question, so that the same understanding serves both.</summary>
    static string? Written(Scene scene, QuizQuestion question)
    {
        var options = question.Options.Select(option => new Choice(
            option.Id,
            option.Label.ByLanguage.ToDictionary(entry => Languages.Code(entry.Key), entry => entry.Value),
            new Dictionary<string, string>())).ToList();
        var asked = new Question(question.Id, question.Id, QuestionType.SelectOne, 0, true, options, new Dictionary<string, string>())
        {
            Labels = new Dictionary<string, string>(),
        };
        return Understand.Answer(asked, options, scene.Said.Words, scene.Language, KigaliTime.Day(scene.Now)).Value;
    }
}
