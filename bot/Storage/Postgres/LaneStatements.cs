using Npgsql;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What claims lanes and finds the work in them.</summary>
static class LaneStatements
{
    /// <summary>Lanes with work whose owner is nobody, or a node whose lease is over. Those that another node is claiming right now are passed by.</summary>
    public const string Claim = """
        with free as (
            select l.person from lanes l
            where not exists (select from nodes n where n.id = l.node and n.lease_until > now())
                and l.person in (select person from waiting union all select person from outbox where state = 0)
            limit 1000 for update of l skip locked)
        update lanes l set node = $1, epoch = l.epoch + 1 from free f where f.person = l.person returning l.person, l.epoch
        """;

    public const string Leave = "update lanes set node = null where node = $1 and person = any($2)";

    const string WaitingColumns = """
        select w.person, w.n, w.id, w.inbound, w.tries, l.epoch from waiting w join lanes l on l.person = w.person and l.node = $1
        """;

    const string UnsentColumns = """
        select o.person, o.address, o.number, o.message, o.tries, o.due, o.sent, a.channel, a.value, l.epoch, o.attempts
        from outbox o join lanes l on l.person = o.person and l.node = $1 join addresses a on a.key = o.address where o.state = 0
        """;

    public const string Waiting = WaitingColumns + " where w.person = any($2) order by w.n";

    /// <summary>The oldest of what waits in all our lanes.</summary>
    public const string AllWaiting = WaitingColumns + " order by w.n limit 10000";

    public const string Unsent = UnsentColumns + " and o.person = any($2) order by o.person, o.address, o.number";

    public const string AllUnsent = UnsentColumns + " order by o.due, o.person, o.address, o.number limit 10000";

    public static HeldInbound ReadWaiting(NpgsqlDataReader row, SealedColumns sealed_) => ReadWaiting(row, sealed_, Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)));

    static HeldInbound ReadWaiting(NpgsqlDataReader row, SealedColumns sealed_, string id) => new(
        new Waiting(id, new PersonId(row.GetString(0)), sealed_.Inbound(id, row.GetString(3)), row.GetInt32(4)),
        row.GetInt64(1), row.GetInt64(5));

    public static HeldSending ReadUnsent(NpgsqlDataReader row, SealedColumns sealed_) => new(
        new Sending(
            StoredKeys.Numbered(row.GetString(1), row.GetInt64(2)), new Address(row.GetString(7), sealed_.Address(row.GetString(1), row.GetString(8))), row.GetInt64(2),
            sealed_.Message(row.GetString(1), row.GetString(3)), SendState.Pending, row.GetInt32(4), new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero), sealed_.Report(row.GetString(6)))
        {
            Attempts = sealed_.Attempts(row.GetString(10)),
        },
        row.GetString(0), row.GetInt64(9));
}
