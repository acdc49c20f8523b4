using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>A small form made by hand with sessions that answer it, for pages and exports.</summary>
static class ConsoleForm
{
    public const string Code = "GUIDE-X";

    static readonly DateTimeOffset Began = new(2026, 11, 2, 7, 30, 0, TimeSpan.Zero);

    public static readonly Form Form = new()
    {
        Id = "guide_x",
        Titles = new Dictionary<string, string> { ["en"] = "Guide X" },
        Version = "0123456789abcdef",
        LanguageCodes = ["en", "fr"],
        Settings = new Dictionary<string, string>(),
        Questions =
        [
            Question("/data/full_name", QuestionType.Text, "What is your name?"),
            Question("/data/work/years", QuestionType.Integer, "For how many years?"),
            Question("/data/work/meds", QuestionType.SelectMultiple, "Which medicines are there?", Choice("phb", "Phenobarbital"), Choice("cbz", "Carbamazepine")),
            Question("/data/note", QuestionType.Note, "Thank you."),
        ],
    };

    public static Session Session(string person, bool isSubmitted, params (string Path, string Value)[] answers)
    {
        IReadOnlyList<GivenAnswer> given = [.. answers.Select(answer => new GivenAnswer(answer.Path, answer.Value))];
        return new Session(
            person + "-1", new PersonId(person), "interview", Code, isSubmitted ? "Submitted" : "Asking", Form.Version, given,
            Began, Began.AddMinutes(20), isSubmitted ? Began.AddMinutes(20) : null, "rw")
        { Submission = isSubmitted ? given : [], IsOver = isSubmitted };
    }

    /// <summary>Opens the form's round in the world, with the sessions.</summary>
    public static void Open(ConsoleWorld world, params Session[] sessions)
    {
        world.Catalogue.Forms[Form.Version] = Form;
        world.Rounds.Rounds.Add(new Round(Code, RoundKind.Interview, Form.Id, Form.Version, "", "", IsOpen: true, Began));
        world.Records.Sessions.AddRange(sessions);
    }

    static Question Question(string path, QuestionType type, string label, params Choice[] choices) =>
        new(path, path[(path.LastIndexOf('/') + 1)..], type, 2, Required: false, choices, new Dictionary<string, string>())
        { Labels = new Dictionary<string, string> { ["en"] = label } };

    static Choice Choice(string name, string label) => new(name, new Dictionary<string, string> { ["en"] = label }, new Dictionary<string, string>());
}
