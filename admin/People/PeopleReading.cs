using System.Security.Claims;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Admin.People;

/// <summary>People out of the register, as somebody may see them: a coach her own trainees.</summary>
sealed class PeopleReading(IRegister register, Scopes scopes)
{
    public async Task<PeopleFound> RunAsync(ClaimsPrincipal who, PeopleQuery query, TableOrder order, int most, CancellationToken stop)
    {
        var scope = await scopes.OfAsync(who, stop);
        foreach (var wish in query.Wishes(order))
            if (await register.FindAsync(wish with { Among = scope.IsEverybody ? null : scope.Own }, order.Skipped, most, stop) is { Found: > 0 } page)
                return page;
        return new PeopleFound([], 0);
    }
}
