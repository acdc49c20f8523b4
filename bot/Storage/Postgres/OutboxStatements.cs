using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What reads messages of an address.</summary>
static class OutboxStatements
{
    public const string After = """
        select o.number, o.message, o.state, o.tries, o.due, o.sent from addresses a
        join outbox o on o.person = a.person and o.address = a.key where a.key = $1 and o.number > $2 order by o.number
        """;

    public const string Last = """
        select number, message, state, tries, due, sent from (
            select o.number, o.message, o.state, o.tries, o.due, o.sent from addresses a
            join outbox o on o.person = a.person and o.address = a.key where a.key = $1 order by o.number desc limit $2) as last
        order by number
        """;

    /// <summary>Of the last ten messages, the latest that the channel has a name for: older ones are not edited.</summary>
    public const string LastSent = """
        select sent from (
            select o.sent, o.state, o.number from addresses a join outbox o on o.person = a.person and o.address = a.key
            where a.key = $1 order by o.number desc limit 10) as last
        where state in (1, 5, 6) and sent <> '' order by number desc limit 1
        """;

    /// <param name="key">The address's.</param>
    public static Sending Read(NpgsqlDataReader row, SealedColumns sealed_, string key, Address to) => new(
        StoredKeys.Numbered(key, row.GetInt64(0)), to, row.GetInt64(0), sealed_.Message(key, row.GetString(1)),
        (SendState)row.GetInt16(2), row.GetInt32(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero), sealed_.Report(row.GetString(5)));
}
