using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;

namespace RbcBot.Core.Evaluation;

/// <summary>What one person's test is worth.</summary>
/// <param name="Points">Items answered right; "I don't know" and nothing score 0.</param>
/// <param name="Items">Items that have a key.</param>
/// <param name="DontKnow">Items answered with "I don't know".</param>
/// <param name="MissedCritical">Names of critical items that were not right.</param>
/// <param name="Chosen">What was chosen, item by item in the form's order; null when nothing.</param>
public sealed record TestScore(
    PersonId Person,
    int Points,
    int Items,
    int DontKnow,
    IReadOnlyList<string> MissedCritical,
    IReadOnlyList<string?> Chosen)
{
    /// <summary>Pass mark in percent (source: the allied-health council's rule for self-learning).</summary>
    public const int PassPercent = 70;

    /// <summary>The option that says "I don't know".</summary>
    public const string DontKnowOption = "dk";

    public bool Passed => Points * 100 >= Items * PassPercent;

    /// <summary>Safe to practise: every critical item right. Reported apart from the score.</summary>
    public bool IsSafe => MissedCritical.Count == 0;

    /// <summary>The questions of a test that have a key (chat::key).</summary>
    public static IReadOnlyList<Question> ItemsOf(Form form) =>
        [.. form.Questions.Where(question => Key(question).Length > 0)];

    /// <summary>The right answer of a question; "" when it is not a test item.</summary>
    public static string Key(Question question) => question.Chat.GetValueOrDefault("key", "").Trim();

    /// <summary>Whether an item has to be right to be safe (chat::critical).</summary>
    public static bool IsCritical(Question question) =>
        question.Chat.GetValueOrDefault("critical", "").Trim().ToUpperInvariant() is "YES" or "TRUE" or "TRUE()" or "1" or "X" or "!";

    /// <summary>Scores a submitted session by the form it is pinned to.</summary>
    public static TestScore Of(Session session, Form form)
    {
        var items = ItemsOf(form);
        var values = Answered.ByPath(session);
        List<string?> chosen = [.. items.Select(item => values.GetValueOrDefault(item.Path) is { Length: > 0 } value ? value : null)];
        bool[] right = [.. items.Select((item, place) => IsRight(chosen[place], Key(item)))];
        return new TestScore(
            session.Person,
            right.Count(one => one),
            items.Count,
            chosen.Count(value => value == DontKnowOption),
            [.. items.Where((item, place) => IsCritical(item) && !right[place]).Select(item => item.Name)],
            chosen);
    }

    // Several right options are written with blanks between them; their order does not matter.
    static bool IsRight(string? chosen, string key) =>
        chosen is not null && Options(chosen).SetEquals(Options(key));

    static HashSet<string> Options(string value) => [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
