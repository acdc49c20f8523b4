using RbcBot.Admin.Shared;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>One page of a round's answers.</summary>
/// <param name="Form">The round's form; null when its file is not there.</param>
/// <param name="Asked">All questions that can be columns.</param>
/// <param name="Columns">Those that are.</param>
/// <param name="Found">Sessions that match, on all pages.</param>
/// <param name="All">Sessions of the round.</param>
public sealed record AnswerTable(
    Round Round, Form? Form, AnswerQuery Query,
    IReadOnlyList<Question> Asked, IReadOnlyList<Question> Columns,
    IReadOnlyList<SessionAnswers> Lines, int Found, int All)
{
    /// <summary>Columns shown until somebody chooses.</summary>
    const int FirstColumns = 5;

    /// <summary>What it can be sorted by.</summary>
    public static readonly IReadOnlyCollection<string> Sorts = ["state", "language", "touched"];

    /// <summary>As the address asks for it.</summary>
    public required TableOrder Order { get; init; }

    public int Pages => TableOrder.Pages(Found);

    /// <summary>The page that the address asks for; of equal ones the newest work first.</summary>
    public static AnswerTable Of(Round round, Form? form, AnswerQuery query, TableOrder order, IReadOnlyList<SessionAnswers> sessions, string language)
    {
        List<Question> asked = [.. (form?.Questions ?? []).Where(question => question.IsAsked)];
        List<Question> chosen = [.. asked.Where(question => query.Columns.Contains(question.Name))];
        var byPath = asked.DistinctBy(question => question.Path).ToDictionary(question => question.Path);
        var filter = query.Filter;
        var found = Sorted(sessions.Where(session => filter.Takes(session.Session) && filter.Finds(session, byPath, language)), order).ToList();
        return new AnswerTable(
            round, form, query, asked, chosen.Count > 0 ? chosen : [.. asked.Take(FirstColumns)],
            order.Cut(found), found.Count, sessions.Count)
        { Order = order };
    }

    static IEnumerable<SessionAnswers> Sorted(IEnumerable<SessionAnswers> sessions, TableOrder order)
    {
        var latest = sessions.OrderByDescending(session => session.Session.Touched);
        return order.By switch
        {
            "state" => order.Sort(latest, session => session.Standing),
            "language" => order.Sort(latest, session => session.Session.Language, StringComparer.Ordinal),
            _ => order.Sort(latest, session => session.Session.Touched),
        };
    }
}
