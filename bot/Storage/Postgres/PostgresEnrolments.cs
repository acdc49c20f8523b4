using RbcBot.Core.Programme;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Enrolments, one for each person and module; opened once.</summary>
sealed class PostgresEnrolments : IEnrolments
{
    readonly PostgresStore store;
    readonly PostgresShelf<Enrolment> enrolments;
    readonly KeptDocuments<Enrolment> all;

    public PostgresEnrolments(PostgresStore store)
    {
        (this.store, enrolments) = (store, new(store, "enrolments"));
        all = new(store, "enrolments", enrolments);
    }

    public Task<IReadOnlyList<Enrolment>> ListAsync(CancellationToken stop) => all.ListAsync(stop);

    // The id is person/module.
    public async Task<int> PeopleAsync(CancellationToken stop) => (await store.ReadAsync(
        "select count(distinct split_part(id, '/', 1))::int from documents where collection = 'enrolments'", row => row.GetInt32(0), stop))[0];

    public Task AddAsync(IReadOnlyList<Enrolment> added, CancellationToken stop) =>
        enrolments.AddAsync([.. added.Select(one => ($"{one.Person}/{one.Module}", one))], stop);
}
