using Microsoft.AspNetCore.Http;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Rights;

/// <summary>Sessions as the visitor may see them: with the people who gave them, or under pseudonyms and without what tells who somebody is.</summary>
sealed class Veil(IHttpContextAccessor visit, Pseudonyms pseudonyms, KnownPseudonyms known)
{
    /// <summary>Whether the visitor may know whose answers they are.</summary>
    public bool IsLifted => RightsTable.May(visit.HttpContext?.User, Right.KnowPeople);

    /// <summary>The sessions that the visitor may see on a page: without the veil all, under it those of people who agree to research.</summary>
    public IEnumerable<Session> Over(IEnumerable<Session> sessions) => IsLifted ? sessions : sessions.Where(session => !session.IsKeptOut).Select(Cover);

    /// <summary>The session as it is taken away in a file, whoever asks; with names it goes only by a proof and with a reason.</summary>
    public Session OverFile(Session session) => pseudonyms.Over(session);

    // The page's link leads back to the session.
    Session Cover(Session session)
    {
        known.Of(session.Id);
        return pseudonyms.Over(session);
    }
}
