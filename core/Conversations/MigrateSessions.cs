using System.Globalization;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Conversations;

/// <summary>Moves the sessions of a round to the form it is on now: one due inbound a person, so that each moves in her own lane and turn.</summary>
public sealed class MigrateSessions(IRecords records, IInbox inbox)
{
    /// <param name="isForSubmitted">Whether submitted sessions move too; their submission stays as it was sent.</param>
    /// <returns>How many sessions will move, and how many belong to people without an address.</returns>
    public async Task<(int Sent, int Missed)> RunAsync(Round round, bool isForSubmitted, DateTimeOffset now, CancellationToken stop)
    {
        var sessions = (await records.SessionsAsync(round.Code, stop)).Where(session => FormMigration.Concerns(session, round.FormVersion, isForSubmitted));
        var (sent, missed) = (0, 0);
        foreach (var own in sessions.GroupBy(session => session.Person))
            if (await records.AddressesAsync(own.Key, stop) is not [var address, ..])
                missed += own.Count();
            else if (await inbox.AcceptAsync(Due(round, isForSubmitted, own.Key, address, now), stop))
                sent += own.Count();
        return (sent, missed);
    }

    // The time in the id lets a round go back to an earlier form and on again; a second click moves nothing that has moved.
    static Inbound Due(Round round, bool isForSubmitted, PersonId person, Address address, DateTimeOffset now)
    {
        var subject = FormMigration.Subject(round.Code, round.FormVersion, isForSubmitted);
        return new(address, string.Create(CultureInfo.InvariantCulture, $"{subject}:{person}:{now.UtcTicks}"), Said.Due(subject), now) { For = person };
    }
}
