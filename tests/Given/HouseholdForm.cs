using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Tests.Given;

/// <summary>A form made by hand with a group, a repeat in a repeat, and a question of every type that exports treat apart.</summary>
static class HouseholdForm
{
    public const string Village = "/data/village", Household = "/data/household", Head = "/data/household/head";
    public const string Child = "/data/household/child", Age = "/data/household/child/age", Play = "/data/household/child/play";

    public static readonly Form Form = new()
    {
        Id = "household",
        Titles = new Dictionary<string, string> { ["en"] = "Households" },
        Version = "feedc0de",
        LanguageCodes = ["en", "fr"],
        Settings = new Dictionary<string, string> { ["version"] = "7" },
        Groups = [new FormGroup("/data/visit", 3, IsRepeat: false, In("The visit"), ""), new FormGroup(Household, 9, IsRepeat: true, In("A household"), "")],
        Questions =
        [
            Question(Village, QuestionType.Text, "Village"),
            Question("/data/visit/place", QuestionType.GeoPoint, "Where?"),
            Question("/data/visit/at", QuestionType.DateTime, "When?"),
            Question("/data/visit/hour", QuestionType.Time, "At what hour?"),
            Question("/data/visit/effort", QuestionType.Range, "How hard was it?") with { Range = new RangeSpan(0, 10, 1) },
            Question("/data/visit/order", QuestionType.Rank, "What matters most?", "water", "school"),
            Question("/data/visit/photo", QuestionType.Image, "A picture"),
            Question(Head, QuestionType.Text, "Head of the household") with { Repeats = [Household] },
            Question(Age, QuestionType.Integer, "Age of the child") with { Repeats = [Household, Child] },
            Question(Play, QuestionType.SelectMultiple, "What does it play?", "ball", "rope") with { Repeats = [Household, Child] },
            Question("/data/end_note", QuestionType.Note, "Thank you"),
        ],
    };

    /// <summary>Two households, the second with ten children, so that order by text would be wrong.</summary>
    public static Session Visit(string person = "p1") => Session(person, [
        (Village, "Nyamirambo"),
        ("/data/visit/place", "-1.95 30.06 1500 5"), ("/data/visit/at", "2026-11-02T09:30:00.000+02:00"), ("/data/visit/hour", "14:30:00.000+02:00"),
        ("/data/visit/effort", "7"), ("/data/visit/order", "school water"), ("/data/visit/photo", "house.jpg"),
        ("/data/household[1]/head", "Uwase"), ("/data/household[1]/child[1]/age", "4"), ("/data/household[1]/child[1]/play", "ball"),
        ("/data/household[2]/head", "=Mugisha"),
        .. Enumerable.Range(1, 10).Reverse().Select(child => ($"/data/household[2]/child[{child}]/age", child.ToString())),
        ("/data/end_note", "")]);

    /// <summary>A form of these questions alone.</summary>
    public static Form Of(string version, params Question[] questions) => new()
    {
        Id = "edited",
        Version = version,
        Questions = questions,
        Titles = new Dictionary<string, string>(),
        LanguageCodes = [""],
        Settings = new Dictionary<string, string>(),
    };

    public static Session Session(string person, params (string Path, string Value)[] answers) =>
        ConsoleForm.Session(person, isSubmitted: true, answers) with { FormVersion = Form.Version };

    public static Question Question(string path, QuestionType type, string label, params string[] choices) =>
        new(path, path[(path.LastIndexOf('/') + 1)..], type, 2, Required: false, [.. choices.Select(name => new Choice(name, In("The " + name), In("")))], In(""))
        { Labels = In(label) };

    static Dictionary<string, string> In(string label) => label.Length == 0 ? [] : new() { ["en"] = label };
}
