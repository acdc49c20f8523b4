using System.Globalization;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A page of a round's answers out of the store, as the visitor may see them.</summary>
/// <remarks>What was said is sealed, so that no store can search it: words are looked for in some hundreds of sessions a page, which says where it goes on.</remarks>
sealed class AnswerReading(IRegister register, ICatalogues catalogues, Veil veil, KnownPseudonyms pseudonyms, Visit visit, TimeProvider clock)
{
    /// <summary>Sessions that are searched for words while somebody waits.</summary>
    const int MostSearched = 400;
    /// <summary>Sessions that are read at once.</summary>
    const int Handful = 50;

    /// <summary>No other handful is read once this has passed: a page takes 100 ms at most.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(40);

    public async Task<AnswerTable> RunAsync(Round round, AnswerQuery query, TableOrder order, CancellationToken stop)
    {
        var form = catalogues.Current.Forms.GetValueOrDefault(round.FormVersion);
        var all = (await SessionCounts.ReadAsync(register, stop)).Of(round.Code).Begun;
        var wish = WishOf(round, query.Filter, order);
        if (query.Words.Length > 0)
            return await SearchAsync(AnswerTable.Of(round, form, query, order, all), wish, query.Filter, stop);
        var page = await register.SessionsAsync(wish, order.Skipped, TableOrder.PageSize, stop);
        return AnswerTable.Of(round, form, query, order, all) with { Lines = [.. Seen(page.Sessions)], Found = page.Found };
    }

    /// <summary>The session of an id, or of the pseudonym that stands for it, as the visitor may see it, and whose it is; null when the round has none.</summary>
    public async Task<(Session Seen, PersonId Person)?> FindAsync(Round round, string id, CancellationToken stop)
    {
        var known = veil.IsLifted ? id : await pseudonyms.FindAsync(id, round.Code, stop);
        return known is not null && await register.SessionAsync(known, stop) is { } session && session.Subject == round.Code && veil.Over([session]).FirstOrDefault() is { } seen ? (seen, session.Person) : null;
    }

    async Task<AnswerTable> SearchAsync(AnswerTable table, SessionWish wish, SessionFilter filter, CancellationToken stop)
    {
        var from = int.TryParse(table.Order.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;
        var byPath = table.Asked.DistinctBy(question => question.Path).ToDictionary(question => question.Path);
        var (next, found, lines, since) = (from, from, new List<SessionAnswers>(), clock.GetTimestamp());
        do
        {
            var page = await register.SessionsAsync(wish, next, Handful, stop);
            found = page.Found;
            foreach (var session in page.Sessions.TakeWhile(_ => lines.Count < TableOrder.PageSize))
            {
                next++;
                lines.AddRange(Seen([session]).Where(seen => filter.Finds(seen, byPath, visit.Code)));
            }
        }
        while (next < found && next - from < MostSearched && lines.Count < TableOrder.PageSize && clock.GetElapsedTime(since) < Patience);
        return table with { Lines = lines, Found = lines.Count, Next = next < found ? next.ToString(CultureInfo.InvariantCulture) : null, Searched = (Math.Min(next, found), found) };
    }

    IEnumerable<SessionAnswers> Seen(IReadOnlyList<Session> sessions) => veil.Over(sessions).Select(session => new SessionAnswers(session));

    static SessionWish WishOf(Round round, SessionFilter filter, TableOrder order) => new(round.Code, filter.Standing, filter.Language, filter.From, filter.To)
    {
        By = order.By switch { "state" => SessionOrder.Standing, "language" => SessionOrder.Language, _ => SessionOrder.Day },
        IsDescending = order.IsDescending,
    };
}
