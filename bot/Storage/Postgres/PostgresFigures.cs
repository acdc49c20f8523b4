namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What a PostgreSQL store tells who watches over it; the same from every node.</summary>
sealed class PostgresFigures(PostgresStore store) : IStoreFigures, IStoreHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    const string Counts = """
        select (select count(*) from waiting), (select count(*) from outbox where state = 0), (select count(*) from aside)
        """;

    const string IsReadOnly = "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on'";

    public async Task<StoreFigures> ReadAsync(CancellationToken stop) => (await store.ReadAsync(
        Counts, row => new StoreFigures(row.GetInt64(0), null, row.GetInt64(1), row.GetInt64(2), null, null), stop))[0];

    public async Task<StoreTrouble?> AskAsync(CancellationToken stop)
    {
        try
        {
            var answer = await store.ReadAsync(IsReadOnly, row => row.GetBoolean(0), stop).WaitAsync(Patience, stop);
            return answer[0] ? StoreTrouble.ReadOnly : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            return StoreTrouble.Broken;
        }
    }
}
