using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Enrolments in a list.</summary>
sealed class InMemoryPeople : IEnrolments
{
    public List<Enrolment> Enrolments { get; } = [];

    Task<IReadOnlyList<Enrolment>> IEnrolments.ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Enrolment>>([.. Enrolments]);

    public Task<int> PeopleAsync(CancellationToken stop) => Task.FromResult(Enrolments.Select(one => one.Person).Distinct().Count());

    public Task AddAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken stop)
    {
        Enrolments.AddRange(enrolments.Where(added => Enrolments.All(known => (known.Person, known.Module) != (added.Person, added.Module))));
        return Task.CompletedTask;
    }
}
