using System.Globalization;
using Npgsql;
using RbcBot.Bot.Storage.Postgres;
using RbcBot.Bot.Storage.Sealing;

namespace RbcBot.Tests.Stores.Postgres;

/// <summary>Every column of PostgreSQL for itself, in a database in which all of them are filled: what tells of a person is sealed, and of each it is decided whether it does.</summary>
public sealed class SealedColumnTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    /// <summary>The one column of bytes among them.</summary>
    const string Bytes = "aside.payload";

    /// <summary>Columns that tell who somebody is, how she is reached, or what was said.</summary>
    static readonly string[] Secret =
    [
        "addresses.value", "waiting.inbound", "aside.inbound", Bytes, "aside.reason", "conversations.body", "conversations.value", "sessions.line", "sessions.rest",
        "facts.facts", "identities.facts", "people.line", "outbox.message", "outbox.sent", "outbox.reason", "outbox.attempts", "early.line", "early.sent", "early.reason",
    ];

    /// <summary>Documents that do; those of the other collections are forms, settings and numbers.</summary>
    static readonly string[] SecretDocuments = ["enrolments", "administrators", "selections", "erasures", "breaches"];

    /// <summary>Ids, hashes, codes of forms and rounds, and what belongs to the console's own people.</summary>
    static readonly string[] Open =
    [
        "accounts.body", "accounts.id", "accounts.name", "addresses.channel", "addresses.key", "addresses.person", "aside.channel", "aside.id", "aside.person",
        "audit.act", "audit.actor", "audit.hash", "audit.key", "audit.object", "audit.previous", "audit.reason", "audit.roles", "conversations.channel", "conversations.person",
        "documents.collection", "documents.id", "early.receipt", "facts.person", "identities.person", "inbox.id", "inbox.person", "invitations.body", "invitations.hash", "invitations.name",
        "keys.name", "keys.xml", "lanes.node", "lanes.person", "leases.name", "leases.node", "link_codes.hash", "link_codes.person", "nodes.id", "nodes.roles", "outbox.address", "outbox.person",
        "outbox.receipt", "people.person", "people.words", "rates.name", "reminders.key", "reminders.person", "reminders.subject", "session_counts.subject", "session_counts.version",
        "sessions.flow", "sessions.id", "sessions.language", "sessions.person", "sessions.subject", "sessions.version", "stays.account", "stays.body", "stays.key", "vault.root",
        "waiting.id", "waiting.person",
    ];

    public static TheoryData<string, string> Columns
    {
        get
        {
            var columns = new TheoryData<string, string>();
            foreach (var column in Secret)
                columns.Add(column, "true");
            foreach (var collection in SecretDocuments)
                columns.Add("documents.body", $"collection = '{collection}'");
            return columns;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void What_tells_of_a_person_is_sealed(string column, string rows)
    {
        using var connection = filled.Open();
        var values = Read(connection, column, rows);
        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.True(IsSealed(column, value), $"{column} can be read: {value}"));
    }

    // Else the test above would say nothing.
    [Theory]
    [MemberData(nameof(Columns))]
    public void What_is_written_without_a_seal_is_seen(string column, string rows)
    {
        using var connection = filled.Open();
        using var undone = connection.BeginTransaction();
        var (table, name) = Parts(column);
        using var write = new NpgsqlCommand($"update {table} set {name} = {(column == Bytes ? "convert_to('Mukamana', 'UTF8')" : "'Mukamana'")} where {rows}", connection, undone);
        Assert.NotEqual(0, write.ExecuteNonQuery());
        Assert.Contains(Read(connection, column, rows), value => !IsSealed(column, value));
    }

    [Fact]
    public void Of_every_column_it_is_decided_whether_it_is_sealed()
    {
        using var connection = filled.Open();
        var columns = Texts(connection, """
            select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and data_type not in ('bigint', 'integer', 'smallint', 'boolean', 'timestamp with time zone')
            """);
        Assert.Equal(columns.Order(StringComparer.Ordinal), Secret.Append("documents.body").Concat(Open).Order(StringComparer.Ordinal));
        Assert.Equal(SecretDocuments.Order(StringComparer.Ordinal), SealedColumns.Personal.Order(StringComparer.Ordinal));
    }

    static List<string> Read(NpgsqlConnection connection, string column, string rows)
    {
        var (table, name) = Parts(column);
        return Texts(connection, $"select {(column == Bytes ? "encode(payload, 'hex')" : name)} from {table} where {name} <> '' and {rows}");
    }

    static bool IsSealed(string column, string value) => column == Bytes
        ? value.StartsWith(Vault.Version.ToString("x2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        : value.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(Vault.IsSealed);

    static (string Table, string Name) Parts(string column) => (column.Split('.')[0], column.Split('.')[1]);

    static List<string> Texts(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
