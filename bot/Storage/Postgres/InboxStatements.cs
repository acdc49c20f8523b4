using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Rare changes to what waits; each holds the lane while it writes.</summary>
static class InboxStatements
{
    const string Held = """
        with lane as materialized (select person from lanes where person = $1 and node = $2 and epoch = $3 for share)
        """;

    public const string Raise = Held + " update waiting set tries = $5 where person = $1 and n = $4 and exists (select from lane)";

    public const string SetAside = Held + """
        , gone as (delete from waiting where person = $1 and n = $4 and exists (select from lane) returning person)
        insert into aside (id, channel, person, inbound, reason, at) select $5, $6, person, $7, $8, $9 from gone on conflict do nothing
        """;

    /// <summary>Puts inbounds in without a lane of ours: the owner hears of it, and when there is none, who looks next claims it.</summary>
    public const string Put = """
        with placed as (
            insert into waiting (person, n, id, inbound, tries)
            select o.person, nextval('waiting_n'), o.id, o.inbound, 0 from (
                select * from unnest($1::text[], $2::bytea[], $3::text[]) with ordinality as t(person, id, inbound, place) order by place) as o
            returning person),
        lane as (insert into lanes (person, node, epoch) select distinct person, null, 0 from placed on conflict do nothing)
        select pg_notify('rbcbot', 'w ' || person) from placed
        """;

    public static NpgsqlParameter[] Fence(HeldInbound held, string node) =>
        [Column.Text(held.Person), Column.Text(node), Column.Long(held.Epoch), Column.Long(held.Number)];
}
