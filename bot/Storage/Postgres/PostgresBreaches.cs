using Npgsql;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The log of breaches, a document each.</summary>
sealed class PostgresBreaches(PostgresStore store) : IBreaches
{
    const string Collection = "breaches";

    const string Lock = "select body from documents where collection = $1 and id = $2 for update";

    const string Put = "insert into documents (collection, id, body) values ($1, $2, $3) on conflict (collection, id) do update set body = excluded.body";

    readonly PostgresShelf<Breach> breaches = new(store, Collection);

    public async Task<IReadOnlyList<Breach>> ListAsync(CancellationToken stop) => [.. (await breaches.ListAsync(stop)).OrderByDescending(breach => breach.KnownAt)];

    public async Task<Breach?> FindAsync(string id, CancellationToken stop) => (await breaches.ListAsync(stop)).FirstOrDefault(breach => breach.Id == id);

    public Task KeepAsync(Breach breach, CancellationToken stop) => store.InTransactionAsync(connection => KeepAsync(connection, breach, stop), stop);

    async Task<int> KeepAsync(NpgsqlConnection connection, Breach breach, CancellationToken stop)
    {
        string? before;
        await using (var look = PostgresStore.Command(connection, Lock, Column.Text(Collection), Column.Text(breach.Id)))
            before = await look.ExecuteScalarAsync(stop) as string;
        var kept = before is null ? breach : breach.After(StoredJson.Read<Breach>(store.Sealed.Document(Collection, breach.Id, before)));
        await using var put = PostgresStore.Command(
            connection, Put, Column.Text(Collection), Column.Text(kept.Id), Column.Text(store.Sealed.SealDocument(Collection, kept.Id, StoredJson.Write(kept))));
        return await put.ExecuteNonQueryAsync(stop);
    }
}
