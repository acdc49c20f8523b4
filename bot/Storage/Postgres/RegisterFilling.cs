using Npgsql;
using RbcBot.Core.Conversations.Identity;
using RbcBot.Core.Conversations.Register;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Makes the register of a database from before it had one, some people a transaction, one node at a time: killed at any moment, it goes on with those that are missing.</summary>
sealed class RegisterFilling(NpgsqlConnection connection, SealedColumns sealed_)
{
    const long Lock = 0x5262_6352_6567; // any number that nobody else takes in this database
    const int AtATime = 200;

    public void Run()
    {
        if (IsDone())
            return;
        Do($"select pg_advisory_lock({Lock})");
        try
        {
            if (IsDone())
                return;
            FillPeople();
            Do("delete from identities");
            FillIdentities();
            Do("insert into register_built default values on conflict do nothing");
        }
        finally
        {
            Do($"select pg_advisory_unlock({Lock})");
        }
    }

    bool IsDone() => Read("select only_one from register_built", row => row.GetBoolean(0)).Count > 0;

    void FillPeople()
    {
        for (var after = ""; Read($"select person, body from conversations where person > $1 order by person limit {AtATime}", row => sealed_.Talk(row.GetString(0), row.GetString(1)), Column.Text(after)) is { Count: > 0 } some; after = some[^1].Person.Value)
        {
            using var transaction = connection.BeginTransaction();
            List<PersonRow> rows = [];
            foreach (var talk in some)
            {
                var sessions = Read("select number, line, rest from sessions where person = $1 order by number", row => (Number: row.GetInt32(0), Session: sealed_.Session(talk.Person.Value, row.GetString(1), row.GetString(2))), Column.Text(talk.Person.Value));
                rows.Add(PersonRow.Of(PersonLine.Of(talk with { Sessions = [.. sessions.Select(one => one.Session)] }), sealed_));
                foreach (var (number, session) in sessions)
                    FillSession(RegisterLine.Of(number, session), talk.Person.Value);
            }
            Do(RegisterStatements.People, RegisterStatements.PeopleColumns(rows));
            transaction.Commit();
        }
    }

    void FillSession(RegisterLine line, string person) => Do(
        "update sessions set id = $3, version = $4, standing = $5, offered = $6 = 1, language = $7, day = $8 where person = $1 and number = $2",
        Column.Text(person), Column.Number(line.Number), Column.Text(line.Id), Column.Text(line.Version), Column.Number((int)line.Standing), Column.Number(line.IsOffered ? 1 : 0),
        Column.Text(line.Language), Column.Number(line.Day.DayNumber));

    void FillIdentities()
    {
        for (var after = -1L; Read($"select n, person, facts from facts where n > $1 order by n limit {AtATime}", row => (N: row.GetInt64(0), Facts: sealed_.Facts(row.GetString(1), row.GetString(2))), Column.Long(after)) is { Count: > 0 } some; after = some[^1].N)
            foreach (var (person, facts) in RegisterStatements.Sealed(some.SelectMany(one => one.Facts).SelectMany(IdentityFacts.Of), sealed_))
                Do("insert into identities (person, facts) values ($1, $2)", Column.Text(person), Column.Text(facts));
    }

    List<T> Read<T>(string sql, Func<NpgsqlDataReader, T> row, params NpgsqlParameter[] parameters)
    {
        using var command = PostgresStore.Command(connection, sql, parameters);
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    void Do(string sql, params NpgsqlParameter[] parameters)
    {
        using var command = PostgresStore.Command(connection, sql, parameters);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
