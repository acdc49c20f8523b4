using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Administrators by name.</summary>
sealed class PostgresAdministrators(PostgresStore store) : IAdministrators
{
    readonly PostgresShelf<Administrator> administrators = new(store, "administrators");

    public Task<IReadOnlyList<Administrator>> ListAsync(CancellationToken stop) => administrators.ListAsync(stop);

    public Task PutAsync(Administrator administrator, CancellationToken stop) =>
        administrators.PutAsync(administrator.Name.ToUpperInvariant(), administrator, stop);
}
