using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rights;

/// <summary>Until coaches are paired with trainees nobody is anybody's: a coach sees no person.</summary>
sealed class NoPairings : IPairings
{
    public Task<IReadOnlyList<PersonId>> TraineesAsync(string coach, CancellationToken stop) => Task.FromResult<IReadOnlyList<PersonId>>([]);
}
