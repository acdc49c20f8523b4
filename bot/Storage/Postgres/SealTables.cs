using System.Globalization;
using Npgsql;
using RbcBot.Bot.Storage.Sealing;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Seals the tables of a database from before anything was sealed, some rows a transaction: killed at any moment, it goes on with those that are not sealed yet.</summary>
sealed class SealTables(NpgsqlConnection connection, SealedColumns sealed_)
{
    const int RowsInTransaction = 500;

    static readonly string[] Tables = ["addresses", "waiting", "aside", "conversations", "sessions", "facts", "outbox", "early", "documents"];

    public void Run()
    {
        var touched = Addresses();
        touched |= Rows("waiting", ["inbound"], "encode(id, 'hex')", (id, _, text) => sealed_.Vault.Seal($"inbound/{id}", text));
        touched |= Rows("aside", ["inbound", "reason"], "id", (id, column, text) => column == "reason" ? sealed_.SealReport(text) : sealed_.Vault.Seal($"inbound/{id}", text));
        touched |= Payloads();
        touched |= Rows("conversations", ["body", "value"], "person", (person, _, text) => sealed_.SealTalkValue(person, text));
        touched |= Rows("sessions", ["line", "rest"], "person", (person, _, text) => sealed_.Vault.Seal($"sessions/{person}", text));
        touched |= Rows("facts", ["facts"], "person", (person, _, text) => sealed_.SealFacts(person, text));
        touched |= Rows("outbox", ["message", "sent", "reason", "attempts"], "address", Message);
        touched |= Rows("early", ["line", "sent", "reason"], "receipt", (_, column, text) => column == "line" ? sealed_.Vault.SealLines(text) : sealed_.SealReport(text));
        foreach (var collection in SealedColumns.Personal)
            touched |= Rows("documents", ["body"], "id", (id, _, text) => sealed_.SealDocument(collection, id, text), $"and collection = '{collection}'");
        // What was readable stays in the tables' files until they are written anew.
        foreach (var table in touched ? Tables : [])
            Do($"vacuum full {table}");
    }

    // A message by what it was before, so that no row is left half done.
    string Message(string key, string column, string text) => column switch
    {
        "message" => sealed_.SealMessage(key, text),
        "attempts" => sealed_.Vault.SealLines(text),
        _ => sealed_.SealReport(text),
    };

    // Their names change with them, and those of their messages.
    bool Addresses()
    {
        var touched = false;
        while (Read($"select key, channel, value, person from addresses where value not like '~1%' limit {RowsInTransaction}", 4) is { Count: > 0 } rows)
        {
            touched = true;
            using var transaction = connection.BeginTransaction();
            foreach (var row in rows)
                Rename(row[0], new Address(row[1], row[2]), row[3]);
            transaction.Commit();
        }
        return touched;
    }

    void Rename(string before, Address address, string person)
    {
        var key = sealed_.KeyOf(address);
        Do("update outbox set address = $1 where person = $2 and address = $3", Column.Text(key), Column.Text(person), Column.Text(before));
        Do("update addresses set key = $1, value = $2 where key = $3", Column.Text(key), Column.Text(sealed_.Address(key, address)), Column.Text(before));
    }

    bool Payloads()
    {
        var touched = false;
        foreach (var row in Read("select id, encode(payload, 'hex') from aside where payload is not null and reason like '~1%' and left(encode(payload, 'hex'), 2) <> '01'", 2))
        {
            touched = true;
            Do("update aside set payload = $1 where id = $2", Column.ByteArray(sealed_.Payload(Convert.FromHexString(row[1]).AsSpan())), Column.Text(row[0]));
        }
        return touched;
    }

    /// <param name="place">What a value is sealed for, as SQL.</param>
    /// <param name="seal">Of place, column and text.</param>
    bool Rows(string table, string[] columns, string place, Func<string, string, string, string> seal, string only = "")
    {
        var open = string.Join(" or ", columns.Select(column => $"({column} <> '' and {column} not like '~1%')"));
        var select = $"select ctid::text, {place}, {string.Join(", ", columns.Select(column => $"coalesce({column}, '')"))} from {table} where ({open}) {only} limit {RowsInTransaction}";
        var set = string.Join(", ", columns.Select((column, index) => string.Create(CultureInfo.InvariantCulture, $"{column} = case when {column} is null then null else ${index + 2} end")));
        var touched = false;
        while (Read(select, columns.Length + 2) is { Count: > 0 } rows)
        {
            touched = true;
            using var transaction = connection.BeginTransaction();
            foreach (var row in rows)
                Do($"update {table} set {set} where ctid = $1::tid", [Column.Text(row[0]), .. columns.Select((column, index) => Column.Text(Sealed(row[1], column, row[index + 2])))]);
            transaction.Commit();
        }
        return touched;

        string Sealed(string its, string column, string text) => Vault.IsSealed(text) ? text : seal(its, column, text);
    }

    List<string[]> Read(string sql, int columns)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, columns).Select(reader.GetString)]);
        return rows;
    }

    void Do(string sql, params NpgsqlParameter[] parameters)
    {
        using var command = PostgresStore.Command(connection, sql, parameters);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
