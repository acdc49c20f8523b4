using RbcBot.Core.Texts;

namespace RbcBot.Core.Content;

/// <summary>A vocational module: an ordered set of lessons.</summary>
/// <param name="Id">Short stable id, such as epilepsy.</param>
public sealed record Module(string Id, Localized Title, IReadOnlyList<Lesson> Lessons);

/// <summary>One micro-lesson: one idea, cards to read, a quiz that explains every option, a task at work.</summary>
/// <param name="Id">Stable id, such as EPI-01.</param>
/// <param name="Cards">Short texts, read one after the other; each at most 120 words.</param>
/// <param name="Status">draft, expert, rbc or published; seeds are drafts until validated.</param>
public sealed record Lesson(
    string Id,
    Localized Title,
    IReadOnlyList<Localized> Cards,
    IReadOnlyList<QuizQuestion> Quiz,
    Localized Task,
    IReadOnlyList<Claim> Claims,
    string Status);

/// <summary>A question at the end of a lesson.</summary>
/// <param name="Id">Unique in the lesson.</param>
public sealed record QuizQuestion(string Id, Localized Stem, IReadOnlyList<QuizOption> Options);

/// <summary>An option of a quiz question with the reason why it is right or not.</summary>
public sealed record QuizOption(string Id, Localized Label, bool IsRight, Localized Explanation);

/// <summary>A fact that a lesson states, with where it comes from.</summary>
/// <param name="Source">Key in docs/sources.md.</param>
/// <param name="GuidelineVersion">Such as "mhGAP 2023"; "" when none applies.</param>
/// <param name="Status">draft, expert, rbc or eudif.</param>
public sealed record Claim(string Id, string Text, string Source, string GuidelineVersion, string Status);

/// <summary>A number to call for help.</summary>
/// <param name="LastVerified">The day somebody last checked it.</param>
public sealed record Helpline(string Number, Localized Name, DateOnly LastVerified)
{
    /// <summary>After this many days somebody should call the number again; facts/reliability.md 4.2.</summary>
    public const int FreshDays = 90;

    /// <summary>On which cards it stands: imminent, seizure, violence, distress, professional; in the order of the sheet.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Where the number was found; "" when nobody wrote it down.</summary>
    public string Source { get; init; } = "";

    public bool IsStale(DateOnly today) => today.DayNumber - LastVerified.DayNumber > FreshDays;
}
