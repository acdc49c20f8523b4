namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A number that rises with each change of rounds, and up to which of them each node has come.</summary>
static class RoundsVersion
{
    const string Ask = "select last_value from rounds_version";
    const string Tell = "update nodes set rounds = $2 where id = $1 and rounds < $2";
    const string Behind = "select count(*) from nodes where id <> $1 and roles like '%worker%' and rounds >= 0 and rounds < $2 and lease_until > now()";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task<long> ReadAsync(PostgresStore store, CancellationToken stop) =>
        (await store.ReadAsync(Ask, row => row.GetInt64(0), stop))[0];

    public static Task TellAsync(PostgresStore store, long version, CancellationToken stop) =>
        store.RunAsync(Tell, stop, Column.Text(store.Nodes.Id), Column.Long(version));

    /// <summary>Waits until the nodes that take turns know what was changed: whom a round's news is sent to must not be served by one that does not.</summary>
    public static async Task KnownToAllAsync(PostgresStore store, CancellationToken stop)
    {
        if (!store.Nodes.HasOthers)
            return;
        var version = await ReadAsync(store, stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        while (!patience.IsCancellationRequested && (await store.ReadAsync(Behind, row => row.GetInt64(0), stop, Column.Text(store.Nodes.Id), Column.Long(version)))[0] > 0)
            await Task.Delay(BetweenLooks, stop);
    }
}
