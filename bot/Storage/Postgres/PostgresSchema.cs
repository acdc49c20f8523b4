using System.Globalization;
using System.Reflection;
using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Numbered migrations: one node at a time applies what is missing, each in a transaction of its own.</summary>
static class PostgresSchema
{
    const long Lock = 0x5262_6342_6f74; // any number that nobody else takes in this database
    const string Prefix = "Postgres/";

    /// <summary>The version that this program knows.</summary>
    public static int Newest => Migrations().Max(migration => migration.Version);

    /// <exception cref="SettingException">The database is of a later version, or does not keep what it acknowledges.</exception>
    public static void Prepare(NpgsqlConnection connection)
    {
        if (Scalar(connection, "show fsync") is "off")
            throw new SettingException("This PostgreSQL runs with fsync=off and would lose what it acknowledged. Turn it on.");
        Run(connection, $"select pg_advisory_lock({Lock})");
        try
        {
            Run(connection, "create table if not exists schema_version (version int primary key, applied_at timestamptz not null default now())");
            var version = Convert.ToInt32(Scalar(connection, "select coalesce(max(version), 0) from schema_version"), CultureInfo.InvariantCulture);
            if (version > Newest)
                throw new SettingException($"The database has schema {version}, this program knows {Newest}: run the newer program.");
            foreach (var migration in Migrations().Where(one => one.Version > version).OrderBy(one => one.Version))
                Apply(connection, migration);
        }
        finally
        {
            Run(connection, $"select pg_advisory_unlock({Lock})");
        }
    }

    static void Apply(NpgsqlConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        using (var all = new NpgsqlCommand(migration.Sql, connection))
            all.ExecuteNonQueryAsync().GetAwaiter().GetResult(); // several statements, and so not synchronous: see WriteGroup
        Run(connection, $"insert into schema_version (version) values ({migration.Version})");
        transaction.Commit();
    }

    static IEnumerable<Migration> Migrations() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => new Migration(int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), Text(name)));

    static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not there."));
        return reader.ReadToEnd();
    }

    static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    static object? Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    sealed record Migration(int Version, string Sql);
}
