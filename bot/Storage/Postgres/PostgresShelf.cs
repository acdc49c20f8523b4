using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A small set of documents, each under an id: enough for every port that lists and puts.</summary>
sealed class PostgresShelf<T>(PostgresStore store, string collection)
{
    const string List = "select id, body from documents where collection = $1 order by id";

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
        "select id, body from documents where collection = $1 and id = $2", Read, stop, Column.Text(collection), Column.Text(CleanText.Of(id)))).FirstOrDefault();

    /// <summary>Those of the ids that are there, by id.</summary>
    public async Task<Dictionary<string, T>> FindAsync(IReadOnlyList<string> ids, CancellationToken stop) => (await store.ReadAsync(
        "select id, body from documents where collection = $1 and id = any($2)", row => KeyValuePair.Create(row.GetString(0), Read(row)), stop, Column.Text(collection), Column.Texts(ids)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Adds it, or replaces the one of the same id; durable on return.</summary>
    public Task PutAsync(string id, T value, CancellationToken stop) =>
        store.RunAsync(Put, stop, Column.Text(collection), Column.Text(CleanText.Of(id)), Column.Text(Body(id, value)));

    /// <summary>Adds those whose ids are not there yet, in one transaction; durable on return.</summary>
    public Task AddAsync(IReadOnlyList<(string Id, T Value)> values, CancellationToken stop) => store.RunAsync(
        Add, stop, Column.Text(collection), Column.Texts(values.Select(one => CleanText.Of(one.Id))), Column.Texts(values.Select(one => Body(one.Id, one.Value))));

    T Read(NpgsqlDataReader row) => StoredJson.Read<T>(store.Sealed.Document(collection, row.GetString(0), row.GetString(1)));

    string Body(string id, T value) => store.Sealed.SealDocument(collection, CleanText.Of(id), StoredJson.Write(value));
}
