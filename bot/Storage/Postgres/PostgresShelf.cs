using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A small set of documents, each under an id: enough for every port that lists and puts.</summary>
sealed class PostgresShelf<T>(PostgresStore store, string collection)
{
    const string List = "select id, body from documents where collection = $1 order by id";

    const string One = "select id, body from documents where collection = $1 and id = $2";

    const string Put = """
        with news as (select nextval('rounds_version'), pg_notify('rbcbot', 'r') where $1 in ('rounds', 'safety', 'privacy'))
        insert into documents (collection, id, body) select $1, $2, $3 from (select count(*) from news) as told
        on conflict (collection, id) do update set body = excluded.body
        """;

    const string Add = "insert into documents (collection, id, body) select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing";

    /// <summary>All of them, by id.</summary>
    public async Task<IReadOnlyList<T>> ListAsync(CancellationToken stop) =>
        await store.ReadAsync(List, Read, stop, Column.Text(collection));

    /// <summary>The one of the id; the default when there is none.</summary>
    public async Task<T?> FindAsync(string id, CancellationToken stop) => (await store.ReadAsync(
        One, Read, stop, Column.Text(collection), Column.Text(CleanText.Of(id)))).FirstOrDefault();

    /// <summary>Those of the ids that are there, by id.</summary>
    public async Task<Dictionary<string, T>> FindAsync(IReadOnlyList<string> ids, CancellationToken stop) => (await store.ReadAsync(
        "select id, body from documents where collection = $1 and id = any($2)", row => KeyValuePair.Create(row.GetString(0), Read(row)), stop, Column.Text(collection), Column.Texts(ids)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Adds it, or replaces the one of the same id; durable on return.</summary>
    public Task PutAsync(string id, T value, CancellationToken stop) => store.RunAsync(Put, stop, Columns(id, value));

    /// <summary>The same inside another's transaction.</summary>
    public async Task PutAsync(NpgsqlConnection connection, string id, T value, CancellationToken stop)
    {
        await using var put = PostgresStore.Command(connection, Put, Columns(id, value));
        await put.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The one of the id, which nobody else changes before the transaction ends; the default when there is none.</summary>
    public async Task<T?> LockedAsync(NpgsqlConnection connection, string id, CancellationToken stop)
    {
        await using var find = PostgresStore.Command(connection, One + " for update", Column.Text(collection), Column.Text(CleanText.Of(id)));
        await using var reader = await find.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? Read(reader) : default;
    }

    /// <summary>Adds those whose ids are not there yet, in one transaction; durable on return.</summary>
    public Task AddAsync(IReadOnlyList<(string Id, T Value)> values, CancellationToken stop) => store.RunAsync(
        Add, stop, Column.Text(collection), Column.Texts(values.Select(one => CleanText.Of(one.Id))), Column.Texts(values.Select(one => Body(one.Id, one.Value))));

    NpgsqlParameter[] Columns(string id, T value) => [Column.Text(collection), Column.Text(CleanText.Of(id)), Column.Text(Body(id, value))];

    T Read(NpgsqlDataReader row) => StoredJson.Read<T>(store.Sealed.Document(collection, row.GetString(0), row.GetString(1)));

    string Body(string id, T value) => store.Sealed.SealDocument(collection, CleanText.Of(id), StoredJson.Write(value));
}
