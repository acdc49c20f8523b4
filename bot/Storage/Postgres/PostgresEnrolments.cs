using RbcBot.Core.Programme;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Enrolments, one for each person and module.</summary>
sealed class PostgresEnrolments(PostgresStore store) : IEnrolments
{
    readonly PostgresShelf<Enrolment> enrolments = new(store, "enrolments");

    public Task<IReadOnlyList<Enrolment>> ListAsync(CancellationToken stop) => enrolments.ListAsync(stop);

    public Task AddAsync(IReadOnlyList<Enrolment> added, CancellationToken stop) =>
        enrolments.AddAsync([.. added.Select(one => ($"{one.Person}/{one.Module}", one))], stop);
}
