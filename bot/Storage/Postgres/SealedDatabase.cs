using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>A database whose rows are all sealed: its key found, and what was written before anything was sealed brought over, one node at a time.</summary>
static class SealedDatabase
{
    const long Lock = 0x5262_6353_6561; // any number that nobody else takes in this database

    /// <exception cref="SettingException">Its key is not there, or is another one.</exception>
    public static Vault Open(NpgsqlConnection connection, StorageOptions options)
    {
        if (Find(connection) is { IsSealed: true } known)
            return known.OpenedBy(options);
        Run(connection, $"select pg_advisory_lock({Lock})");
        try
        {
            return OpenAlone(connection, options);
        }
        finally
        {
            Run(connection, $"select pg_advisory_unlock({Lock})");
        }
    }

    /// <summary>Wraps the database's key anew; nothing happens when nothing was ever sealed there.</summary>
    /// <param name="turn">Is given the key as it lies there, and what puts the turned one in its place.</param>
    public static void Turn(string database, Action<WrappedRoot, Action<WrappedRoot>> turn)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        PostgresSchema.Prepare(connection);
        if (Find(connection) is { } root)
            turn(root, turned => Put(connection, turned));
    }

    /// <summary>Null when nothing was ever sealed here.</summary>
    public static WrappedRoot? Find(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select root::text from vault", connection);
        return command.ExecuteScalar() is string root ? JsonSerializer.Deserialize<WrappedRoot>(root) : null;
    }

    public static void Put(NpgsqlConnection connection, WrappedRoot root)
    {
        using var command = new NpgsqlCommand("insert into vault (root) values ($1) on conflict (only_one) do update set root = excluded.root", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(root), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.ExecuteNonQuery();
    }

    static Vault OpenAlone(NpgsqlConnection connection, StorageOptions options)
    {
        if (Find(connection) is not { } root)
            Put(connection, root = WrappedRoot.New(MasterKey.Find(options) ?? MasterKey.Make(options), isSealed: false));
        var vault = root.OpenedBy(options);
        if (!root.IsSealed)
        {
            new SealTables(connection, new SealedColumns(vault)).Run();
            Put(connection, root with { IsSealed = true });
        }
        return vault;
    }

    static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
