using RbcBot.Core.Content;
using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Demo;

/// <summary>What a simulated person makes of a message: which question of which form it is, or that the sitting is over.</summary>
sealed class DemoReading(Form? form, Library library, Language language)
{
    static readonly string[] Ends =
    [
        "interview.thanks", "interview.declined", "application.thanks", "application.declined", "feedback.thanks", "test.thanks",
        "lesson.completed", "talk.round.done", "talk.round.closed", "talk.stopped", "talk.menu.empty",
    ];

    readonly List<string> endings = [.. Ends.Select(key => Text.Of(language, key).Split('{')[0].Trim()).Where(text => text.Length > 3)];

    public bool IsEnd(DemoEvent shown) => endings.Any(ending => shown.Text.Contains(ending, StringComparison.Ordinal)) && Question(shown.Text) is null;

    /// <summary>The question whose label stands in the text, the longest one.</summary>
    public Question? Question(string text) => form?.Questions
        .Where(question => question.IsAsked && Label(question) is { Length: > 0 } label && text.Contains(label, StringComparison.Ordinal))
        .MaxBy(question => Label(question).Length);

    public QuizQuestion? Quiz(string text) => library.Modules.SelectMany(module => module.Lessons).SelectMany(lesson => lesson.Quiz)
        .FirstOrDefault(quiz => text.Contains(quiz.Stem.In(language), StringComparison.Ordinal));

    string Label(Question question) => question.Labels.GetValueOrDefault(Languages.Code(language), "").Trim();
}
