using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Looks which turns are still to be committed, after a cut connection left that open.</summary>
static class TurnsThatWait
{
    const string Look = "select w.n from waiting w join unnest($1::text[], $2::bigint[]) as t(person, n) on w.person = t.person and w.n = t.n";

    public static HashSet<long> Of(NpgsqlConnection connection, IReadOnlyList<TurnWrite> turns)
    {
        using var command = new NpgsqlCommand(Look, connection);
        command.Parameters.Add(Column.Texts(turns.Select(turn => turn.Held.Person)));
        command.Parameters.Add(Column.Longs(turns.Select(turn => turn.Held.Number)));
        using var reader = command.ExecuteReader();
        var waiting = new HashSet<long>();
        while (reader.Read())
            waiting.Add(reader.GetInt64(0));
        return waiting;
    }
}
