using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Looks people up by their addresses, and lets those begin who are new.</summary>
static class PeopleAt
{
    public static List<(string Key, string Person, bool IsNew)> Of(NpgsqlConnection connection, IReadOnlyList<AcceptWrite> accepts)
    {
        var people = new List<(string, string, bool)>();
        using var transaction = connection.BeginTransaction();
        using (var lazy = new NpgsqlCommand("set local synchronous_commit = off", connection, transaction))
            lazy.ExecuteNonQuery();
        using (var command = AcceptStatements.WhoIs(connection, accepts))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                people.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        transaction.Commit();
        return people;
    }
}
