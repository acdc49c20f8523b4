using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Tests.Given;

/// <summary>Administrators and enrolments in lists.</summary>
sealed class InMemoryPeople : IAdministrators, IEnrolments
{
    public List<Administrator> Administrators { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];

    Task<IReadOnlyList<Administrator>> IAdministrators.ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Administrator>>([.. Administrators]);

    public Task PutAsync(Administrator administrator, CancellationToken stop)
    {
        Administrators.Add(administrator);
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<Enrolment>> IEnrolments.ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Enrolment>>([.. Enrolments]);

    public Task AddAsync(IReadOnlyList<Enrolment> enrolments, CancellationToken stop)
    {
        Enrolments.AddRange(enrolments.Where(added => Enrolments.All(known => (known.Person, known.Module) != (added.Person, added.Module))));
        return Task.CompletedTask;
    }
}
