using System.Text;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>One thing that a phone says, and what must come of it.</summary>
/// <param name="Said">Plain ASCII without quotes.</param>
/// <param name="Messages">How many messages answer it.</param>
/// <param name="Last">Stands in the last of them and in no other reply of the script.</param>
sealed record Step(string Said, int Messages, string Last)
{
    public byte[] SaidBytes { get; } = Encoding.UTF8.GetBytes(Said);

    public byte[] LastBytes { get; } = Encoding.UTF8.GetBytes(Last);
}

/// <summary>An interview of twelve questions, numbers and words, as a phone goes through it.</summary>
static class Script
{
    public const string Code = "BENCH";
    public const int Questions = 12;

    static readonly string[] Labels =
    [
        "How many people work with you?", "What is the name of your health centre?", "How many patients came last week?", "What do most of them come for?",
        "How old are you?", "What did you learn last about mental health?", "How many of them did you refer?", "What makes your work hard?",
        "How many trainings did you attend?", "Which training helped you most?", "How many hours could you learn a week?", "What else should we know?",
    ];

    /// <summary>The form as a workbook's sheet for Xlsx.Of.</summary>
    public static string Survey => "type | name | label\n" + string.Join('\n', Labels.Select((label, index) => $"{(IsNumber(index) ? "integer" : "text")} | q{index + 1} | {label}"));

    public static IReadOnlyList<Step> Bot { get; } =
    [
        new($"/start {Code}", 1, "Choose your language"), new("English", 2, "Do you agree"), new("I agree", 1, Number(1)),
        .. Answers.Select((said, index) => index == Questions - 1 ? new Step(said, 1, "Submit") : new Step(said, 1, Number(index + 2))),
        new("Yes", 1, "Thank"),
    ];

    /// <summary>The floor knows no interview: it answers what was said.</summary>
    public static IReadOnlyList<Step> Floor { get; } = [.. Bot.Select(step => new Step(step.Said, 1, $"heard {step.Said}"))];

    static IEnumerable<string> Answers => Enumerable.Range(0, Questions).Select(index => IsNumber(index) ? $"{10 + index}" : $"words of answer {index + 1}");

    static bool IsNumber(int index) => index % 2 == 0;

    static string Number(int question) => $"{question}/{Questions} ";
}
