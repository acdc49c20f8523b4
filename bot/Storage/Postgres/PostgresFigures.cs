namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What the database tells who watches over it.</summary>
sealed class PostgresFigures(PostgresStore store) : IStoreFigures, IStoreHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    const string Counts = """
        select (select count(*) from waiting), (select count(*) from outbox where state = 0), (select count(*) from aside),
            (select i.at from (select person, id from waiting order by n limit 1) as w join inbox i on i.person = w.person and i.id = substr(w.id, 1, 16))
        """;

    // It writes a row that changes nothing: a server that only reads says so.
    const string Touch = "update nodes set roles = roles where id = $1";

    public async Task<StoreFigures> ReadAsync(CancellationToken stop) => (await store.ReadAsync(
        Counts,
        row => new StoreFigures(
            row.GetInt64(0), row.IsDBNull(3) ? null : new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero), row.GetInt64(1), row.GetInt64(2),
            LogBytes: null, store.Writer.Commits),
        stop))[0];

    public async Task<StoreTrouble?> AskAsync(CancellationToken stop)
    {
        try
        {
            await store.RunAsync(Touch, stop, Column.Text(store.Nodes.Id)).WaitAsync(Patience, stop);
            return store.Nodes.IsSure ? null : StoreTrouble.Struggling;
        }
        catch (Npgsql.PostgresException fault) when (fault.SqlState == "25006")
        {
            return StoreTrouble.ReadOnly;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return StoreTrouble.Broken;
        }
    }
}
