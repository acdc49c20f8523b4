using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Administrators by name.</summary>
sealed class LiteDbAdministrators(LiteDbStore store) : IAdministrators
{
    readonly LiteDbShelf<Administrator> administrators = new(store, LiteDbSchema.Administrators);

    public Task<IReadOnlyList<Administrator>> ListAsync(CancellationToken stop) => administrators.ListAsync(stop);

    public Task PutAsync(Administrator administrator, CancellationToken stop) =>
        administrators.PutAsync(administrator.Name.ToUpperInvariant(), administrator, stop);
}
