using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>The connections of one node: the pool that reads and does rare writes, and how the writer and the listener connect.</summary>
static class PostgresSource
{
    const int ConnectSeconds = 3;
    const int ReadSeconds = 30;
    const int WriteSeconds = 5;

    // Bytes. A group should leave in one piece, before anybody reads: see WriteGroup.
    const int PoolBuffer = 8 << 10, WriterBuffer = 4 << 20;

    // One plan for all groups, and always by the keys: a plan made while a table was empty must not read it whole when it is full,
    // and a plain scan of an index remembers which rows are dead, where a bitmap reads them again and again.
    const string OfWriter = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off -c jit=off";

    // A page's rows are few and mostly in memory: PostgreSQL's own cost of a row somewhere on a disk that turns has it read whole tables for them.
    const string OfPool = "-c random_page_cost=1.1 -c jit=off";

    public static NpgsqlDataSource Pool(string connection) => Build(connection, ReadSeconds, OfPool, PoolBuffer);

    public static NpgsqlDataSource Writer(string connection) => Build(connection, WriteSeconds, OfWriter, WriterBuffer);

    static NpgsqlDataSource Build(string connection, int seconds, string options, int buffer)
    {
        try
        {
            var its = new NpgsqlConnectionStringBuilder(connection)
            {
                ApplicationName = "RbcBot",
                Timeout = ConnectSeconds,
                CommandTimeout = seconds,
                MaxAutoPrepare = 60,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = true,
                KeepAlive = 0,
                WriteBufferSize = buffer,
                CancellationTimeout = -1,
            };
            its.Options = $"{its.Options} {options}".Trim();
            return new NpgsqlDataSourceBuilder(its.ConnectionString).Build();
        }
        catch (ArgumentException fault)
        {
            throw new SettingException($"Storage:Connection cannot be read: {fault.Message}");
        }
    }
}
