using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>One node's way to the database: its pool, its writer, its place among the nodes. What the ports of this node share.</summary>
sealed class PostgresStore : IDisposable
{
    static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(1000)];

    readonly NpgsqlDataSource pool;

    /// <exception cref="SettingException">The server cannot be reached, or its database is not for us.</exception>
    public PostgresStore(StorageOptions options, NodeOptions node, ILogger<PostgresStore> log)
    {
        pool = PostgresSource.Pool(options.Connection);
        try
        {
            using var connection = pool.OpenConnection();
            PostgresSchema.Prepare(connection);
            Sealed = new SealedColumns(SealedDatabase.Open(connection, options));
            new RegisterFilling(connection, Sealed).Run();
        }
        catch (SettingException)
        {
            pool.Dispose();
            throw;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            pool.Dispose();
            throw new SettingException($"PostgreSQL does not let us in: {fault.Message}");
        }
        IsWorker = node.IsWorker;
        Nodes = new NodePlace(pool, node.Roles, log);
        Lanes = new LaneDesk(this, log);
        Writer = new PostgresWriter(options.Connection, Nodes.Id, node.IsWorker, group => NewsOf?.Invoke(group) ?? "");
        Listener = new NewsListener(PostgresSource.Pool(options.Connection), this, log);
        Listener.Erased += Writer.Forget;
    }

    /// <summary>Whether this node takes turns and sends.</summary>
    public bool IsWorker { get; }

    /// <summary>What seals and opens columns, and names addresses.</summary>
    public SealedColumns Sealed { get; }

    public NodePlace Nodes { get; }

    public LaneDesk Lanes { get; }

    public PostgresWriter Writer { get; }

    public NewsListener Listener { get; }

    /// <summary>What of a group other nodes must hear.</summary>
    public Func<WriteGroup, string>? NewsOf { get; set; }

    /// <summary>Reads rows; what the server cannot do at the moment is tried again for about a second.</summary>
    /// <exception cref="IOException">It still cannot.</exception>
    public Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop, params NpgsqlParameter[] parameters) =>
        TryAsync(async connection =>
        {
            await using var command = Command(connection, sql, parameters);
            await using var reader = await command.ExecuteReaderAsync(stop);
            var rows = new List<T>();
            while (await reader.ReadAsync(stop))
                rows.Add(row(reader));
            return rows;
        }, stop);

    /// <summary>One statement that may be done twice with the same effect; tells how many rows it touched.</summary>
    /// <exception cref="IOException">The server cannot do it now.</exception>
    public Task<int> RunAsync(string sql, CancellationToken stop, params NpgsqlParameter[] parameters) =>
        TryAsync(async connection =>
        {
            await using var command = Command(connection, sql, parameters);
            return await command.ExecuteNonQueryAsync(stop);
        }, stop);

    /// <summary>Several statements as one transaction; done anew when the server did not do it.</summary>
    public Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken stop) => TryAsync(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var result = await work(connection);
        await transaction.CommitAsync(stop);
        return result;
    }, stop);

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken stop) => pool.OpenConnectionAsync(stop);

    /// <summary>Reads rows while the caller's thread waits, for those who cannot do otherwise.</summary>
    public List<T> ReadNow<T>(string sql, Func<NpgsqlDataReader, T> row)
    {
        using var connection = pool.OpenConnection();
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>One statement while the caller's thread waits.</summary>
    public void RunNow(string sql, params NpgsqlParameter[] parameters)
    {
        using var connection = pool.OpenConnection();
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        // Copies: a parameter belongs to one command for ever, and the same statement may be tried again.
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter.Clone());
        return command;
    }

    public void Dispose()
    {
        Listener.Dispose();
        Writer.Dispose();
        Lanes.Dispose();
        Nodes.Dispose();
        pool.Dispose();
    }

    async Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = await pool.OpenConnectionAsync(stop);
                return await work(connection);
            }
            catch (Exception fault) when (ServerFault.Is(fault) && !stop.IsCancellationRequested)
            {
                if (attempt == Pauses.Length)
                    throw ServerFault.AsCallersKnowIt(fault);
                pool.Clear(); // a restart leaves dead connections behind
                await Task.Delay(Pauses[attempt], stop);
            }
        }
    }
}
