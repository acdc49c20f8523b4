using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Every coach's trainees in one list.</summary>
sealed class ListedPairings : IPairings
{
    public List<PersonId> Trainees { get; } = [];

    public Task<IReadOnlyList<PersonId>> TraineesAsync(string coach, CancellationToken stop) => Task.FromResult<IReadOnlyList<PersonId>>([.. Trainees]);
}
