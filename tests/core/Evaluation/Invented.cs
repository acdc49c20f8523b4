using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Tests.Core.Evaluation;

/// <summary>A small invented programme: forms, rounds and submitted sessions.</summary>
static class Invented
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A test of items with key "a"; the first one is critical.</summary>
    public static Form Test(int items) => Form("test", [.. Enumerable.Range(1, items).Select(number => Question(
        $"t{number}", QuestionType.SelectOne, ["a", "b", "c", "d", "dk"],
        number == 1 ? new() { ["key"] = "a", ["critical"] = "yes" } : new() { ["key"] = "a" }))]);

    public static Form Feedback => Form("feedback",
        [Question("f1", QuestionType.SelectOne, ["1", "2", "3", "4", "5", "na"]), Question("f2", QuestionType.SelectOne, ["1", "2", "3", "4", "5"]), Question("open", QuestionType.Text, [])]);

    public static Form Guide => Form("guide-b", [Question("e1_imp", QuestionType.SelectOne, []), Question("e1_abl", QuestionType.SelectOne, [])]);

    public static Module Epilepsy => new("epilepsy", Localized.Same("Epilepsy"), [Lesson("EPI-01"), Lesson("EPI-02")]);

    public static Round Round(string code, RoundKind kind, Form form, string moment = "") =>
        new(code, kind, form.Id, form.Version, "epilepsy", moment, true, Day);

    /// <summary>A person's submitted answers to a form, by question name.</summary>
    public static Session Submitted(string person, string flow, string subject, Form form, params (string Name, string Value)[] answers) =>
        Begun(person, flow, subject) with
        {
            FormVersion = form.Version,
            Submitted = Day,
            Submission = [.. answers.Select(answer => new GivenAnswer($"/data/{answer.Name}", answer.Value))],
        };

    /// <summary>A test with so many right answers, the others "I don't know"; the last items are the right ones.</summary>
    public static Session Tested(string person, string round, Form form, int right) => Submitted(person, "test", round, form,
        [.. form.Questions.Select((question, place) => (question.Name, place >= form.Questions.Count - right ? "a" : "dk"))]);

    public static Session Begun(string person, string flow, string subject) =>
        new($"{person}-{flow}-{subject}", new PersonId(person), flow, subject, "", "", [], Day, Day, null, "en");

    static Lesson Lesson(string id) => new(id, Localized.Same(id), [], [], Localized.Same(""), [], "published");

    static Form Form(string id, IReadOnlyList<Question> questions) => new()
    {
        Id = id,
        Titles = new Dictionary<string, string>(),
        Version = $"{id}-{questions.Count}",
        LanguageCodes = ["en"],
        Questions = questions,
        Settings = new Dictionary<string, string>(),
    };

    static Question Question(string name, QuestionType type, string[] choices, Dictionary<string, string>? chat = null) =>
        new($"/data/{name}", name, type, 2, true,
            [.. choices.Select(choice => new Choice(choice, new Dictionary<string, string>(), new Dictionary<string, string>()))], chat ?? [])
        {
            Labels = new Dictionary<string, string> { ["en"] = $"Question {name}" },
        };
}
