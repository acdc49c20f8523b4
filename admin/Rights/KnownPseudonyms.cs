using System.Collections.Concurrent;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Admin.Rights;

/// <summary>Which session stands behind a pseudonym that a page showed: remembered for those that were shown lately, worked out over the round's lines for others.</summary>
sealed class KnownPseudonyms(PseudonymKey key, IRegister register)
{
    const int MostRemembered = 20_000;

    readonly ConcurrentDictionary<string, string> shown = new(StringComparer.Ordinal);

    /// <summary>The pseudonym of a session, remembered.</summary>
    public string Of(string session)
    {
        var pseudonym = Pseudonyms.OfSession(key, session);
        if (shown.Count >= MostRemembered)
            shown.Clear();
        shown[pseudonym] = session;
        return pseudonym;
    }

    /// <summary>The session's id; null when the subject has no session of the pseudonym.</summary>
    public async Task<string?> FindAsync(string pseudonym, string subject, CancellationToken stop)
    {
        if (shown.TryGetValue(pseudonym, out var known))
            return known;
        var found = (await register.LinesAsync(subject, stop)).FirstOrDefault(line => Pseudonyms.OfSession(key, line.Id) == pseudonym)?.Id;
        if (found is not null)
            Of(found);
        return found;
    }
}
