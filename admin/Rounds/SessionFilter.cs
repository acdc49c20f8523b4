using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds;

/// <summary>Which sessions of a round are wanted.</summary>
/// <param name="Words">Searched in answers and ids; "" wants all.</param>
/// <param name="Standing">Null wants all.</param>
/// <param name="Language">A session's language code; "" wants all.</param>
/// <param name="From">First day in Kigali on which it was submitted, or last answered while it is not; null sets no bound.</param>
/// <param name="To">Last such day; null sets no bound.</param>
public sealed record SessionFilter(string Words, Standing? Standing, string Language, DateOnly? From, DateOnly? To)
{
    public static readonly SessionFilter All = new("", null, "", null, null);

    /// <summary>Whether a session passes by all that does not need its answers.</summary>
    public bool Takes(Session session) =>
        (Standing is null || SessionAnswers.StandingOf(session) == Standing)
        && (Language.Length == 0 || session.Language == Language)
        && Day(session) is var day && (From is null || day >= From) && (To is null || day <= To);

    /// <summary>Whether the words are in the session's ids or answers.</summary>
    /// <param name="asked">The questions to search, by path.</param>
    public bool Finds(SessionAnswers session, IReadOnlyDictionary<string, Question> asked, string language) =>
        Words.Length == 0 || Contains(session.Session.Id) || Contains(session.Session.Person.Value)
        || session.Given.Any(answer => answer.Value.Length > 0
            && asked.TryGetValue(InstancePath.Plain(answer.Path), out var question)
            && (Contains(answer.Value) || Contains(Labels.Answer(question, answer.Value, language))));

    static DateOnly Day(Session session) => KigaliTime.Day(session.Submitted ?? session.Touched);

    bool Contains(string text) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
