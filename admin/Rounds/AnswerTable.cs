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

    /// <summary>Where the search for words goes on; null when it is through, or nothing is searched.</summary>
    public string? Next { get; init; }

    /// <summary>How many sessions were searched for words so far, of how many; null when nothing is searched.</summary>
    public (int Searched, int All)? Searched { get; init; }

    /// <summary>The page before its lines are read.</summary>
    public static AnswerTable Of(Round round, Form? form, AnswerQuery query, TableOrder order, int all)
    {
        List<Question> asked = [.. (form?.Questions ?? []).Where(question => question.IsAsked)];
        List<Question> chosen = [.. asked.Where(question => query.Columns.Contains(question.Name))];
        return new AnswerTable(round, form, query, asked, chosen.Count > 0 ? chosen : [.. asked.Take(FirstColumns)], [], 0, all) { Order = order };
    }
}
