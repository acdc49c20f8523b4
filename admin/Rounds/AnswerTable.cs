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

    public int Pages => Math.Max(1, (Found + AnswerQuery.PageSize - 1) / AnswerQuery.PageSize);

    /// <summary>The page that the query asks for; newest work first.</summary>
    public static AnswerTable Of(Round round, Form? form, AnswerQuery query, IReadOnlyList<SessionAnswers> sessions, string language)
    {
        List<Question> asked = [.. (form?.Questions ?? []).Where(question => question.IsAsked)];
        List<Question> chosen = [.. asked.Where(question => query.Columns.Contains(question.Name))];
        var byPath = asked.DistinctBy(question => question.Path).ToDictionary(question => question.Path);
        var filter = query.Filter;
        var found = sessions.Where(session => filter.Takes(session.Session) && filter.Finds(session, byPath, language)).OrderByDescending(session => session.Session.Touched).ToList();
        return new AnswerTable(
            round, form, query, asked, chosen.Count > 0 ? chosen : [.. asked.Take(FirstColumns)],
            [.. found.Skip((query.Page - 1) * AnswerQuery.PageSize).Take(AnswerQuery.PageSize)], found.Count, sessions.Count);
    }
}
