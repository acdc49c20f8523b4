using System.Security.Claims;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rights;

/// <summary>Whom somebody may look at: a coach her own trainees, who has the right by another role everybody.</summary>
sealed class Scopes(IPairings pairings)
{
    public async Task<PersonScope> OfAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        if (RightsTable.RolesOf(who).Any(role => role != Role.Coach && RightsTable.Has(role, Right.SeePeople)))
            return PersonScope.Everybody;
        return RightsTable.May(who, Right.SeePeople)
            ? PersonScope.Of(await pairings.TraineesAsync(who.Identity?.Name ?? "", stop))
            : PersonScope.Of([]);
    }
}
