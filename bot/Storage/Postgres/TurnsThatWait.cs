using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Looks which turns are still to be committed, after a cut connection left that open.</summary>
static class TurnsThatWait
{
    const string Look = """
        select w.n from waiting w join unnest($1::text[], $2::bigint[]) as t(person, n) on w.person = t.person and w.n = t.n
        union all
        select t.n from unnest($1::text[], $2::bigint[], $3::bytea[]) as t(person, n, id)
        where t.n < 0 and not exists (select from inbox i where i.person = t.person and i.id = t.id)
        """;

    public static HashSet<long> Of(NpgsqlConnection connection, IReadOnlyList<TurnWrite> turns)
    {
        using var command = new NpgsqlCommand(Look, connection);
        command.Parameters.Add(Column.Texts(turns.Select(turn => turn.Held.Person)));
        command.Parameters.Add(Column.Longs(turns.Select(turn => turn.Held.Number)));
        command.Parameters.Add(Column.Bytes(turns.Select(turn => AcceptStatements.Heard(turn.Held.InboxId))));
        using var reader = command.ExecuteReader();
        var waiting = new HashSet<long>();
        while (reader.Read())
            waiting.Add(reader.GetInt64(0));
        return waiting;
    }
}
