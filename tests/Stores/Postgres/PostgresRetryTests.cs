using RbcBot.Bot.Storage.Postgres;

namespace RbcBot.Tests.Stores.Postgres;

public sealed class PostgresRetryTests : IDisposable
{
    readonly PostgresStore store;

    public PostgresRetryTests()
    {
        (store, _) = PostgresPlace.Open(PostgresServer.One.NewDatabase(), TimeProvider.System);
        store.RunNow("create sequence tried");
    }

    public void Dispose() => store.Dispose();

    // The server ends the connection in the middle of the first try.
    [Fact]
    public async Task Statement_whose_connection_was_cut_is_done_again_with_its_values()
    {
        var rows = await store.ReadAsync(
            "select $1 || $2 from (select case when nextval('tried') = 1 then pg_terminate_backend(pg_backend_pid()) end) as cut",
            row => row.GetString(0), CancellationToken.None, Column.Text("a"), Column.Text("b"));
        Assert.Equal(["ab"], rows);
    }
}
