using System.Text;
using Npgsql;

namespace RbcBot.Tests.Stores.Postgres;

/// <summary>All rows of a database as texts, with what is sealed opened: what whoever has the master key could read.</summary>
static class OpenedDatabase
{
    /// <summary>Sealed columns, and the place that each is sealed for.</summary>
    static readonly (string Table, string Column, string Place)[] Columns =
    [
        ("addresses", "value", "'addresses/' || key"), ("waiting", "inbound", "'inbound/' || encode(id, 'hex')"), ("aside", "inbound", "'inbound/' || id"), ("aside", "reason", "'report'"),
        ("conversations", "body", "'conversations/' || person"), ("conversations", "value", "'conversations/' || person"),
        ("sessions", "line", "'sessions/' || person"), ("sessions", "rest", "'sessions/' || person"), ("facts", "facts", "'facts/' || person"), ("identities", "facts", "'facts/' || person"),
        ("outbox", "message", "'outbox/' || address"), ("outbox", "reason", "'report'"), ("outbox", "sent", "'report'"), ("people", "line", "'people/' || person"),
        ("documents", "body", "collection || '/' || id"),
    ];

    public static IReadOnlyList<string> Rows(string connection)
    {
        var vault = PostgresPlace.Sealed(connection).Vault;
        string[] tables = [.. PostgresServer.Read(connection, "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")];
        return
        [
            .. tables.SelectMany(table => PostgresServer.Read(connection, $"select '{table} ' || t::text from {table} t")),
            .. Columns.SelectMany(one => PostgresServer.Read(connection, $"select {one.Place} || '|' || {one.Column} from {one.Table} where {one.Column} <> ''")
                .Select(row => row.Split('|', 2)).Select(row => $"{one.Table}.{one.Column} {vault.Open(row[0], row[1])}")),
            .. PostgresServer.Read(connection, "select attempts from outbox where attempts <> ''").Select(vault.OpenLines),
            .. Payloads(connection).Select(payload => Encoding.UTF8.GetString(vault.Open("payload", payload))),
        ];
    }

    static List<byte[]> Payloads(string connection)
    {
        using var opened = new NpgsqlConnection(connection + ";Pooling=false");
        opened.Open();
        using var command = new NpgsqlCommand("select payload from aside where payload is not null", opened);
        using var reader = command.ExecuteReader();
        var payloads = new List<byte[]>();
        while (reader.Read())
            payloads.Add(reader.GetFieldValue<byte[]>(0));
        return payloads;
    }
}
