using RbcBot.Core.Forms;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Forms;

/// <summary>Questions to be answered in tests.</summary>
static class Asking
{
    public static readonly DateOnly Today = new(2026, 3, 5);

    public static Choice Choice(string name, string rw, string fr, string en) =>
        new(name, new Dictionary<string, string> { ["rw"] = rw, ["fr"] = fr, ["en"] = en }, new Dictionary<string, string>());

    public static Choice Plain(string name, string label) =>
        new(name, new Dictionary<string, string> { [""] = label }, new Dictionary<string, string>());

    public static Question Question(QuestionType type, params IReadOnlyList<Choice> choices) =>
        new("/data/q", "q", type, 2, false, choices, new Dictionary<string, string>()) { Labels = new Dictionary<string, string>() };

    public static Understanding Answer(Question question, string text, Language language = Language.Rw) =>
        Understand.Answer(question, question.Choices, text, language, Today);
}
