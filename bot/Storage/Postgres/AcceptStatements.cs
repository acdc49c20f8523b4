using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What takes a group of inbounds in: once, in order, into lanes that nobody serves elsewhere.</summary>
static class AcceptStatements
{
    const int HeardBytes = 16;

    // The update that changes nothing makes a row of another node, committed a moment ago, come back.
    const string People = """
        with added as (
            insert into addresses (key, person, channel, value, since)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) as t(key, person, channel, value, since)
            where not exists (select from addresses a where a.key = t.key)
            on conflict (key) do update set key = excluded.key returning key, person, xmax = 0 as is_new)
        select key, person, is_new from added
        union all select a.key, a.person, false from addresses a where a.key = any($1)
        """;

    // $6 is null for a node that takes no turns: it makes the lane and leaves it to others.
    const string Take = """
        with given as materialized (
            select * from unnest($1::text[], $2::bytea[], $3::text[], $4::bigint[]) with ordinality as t(person, id, inbound, at, place)),
        fresh as (
            insert into inbox (person, id, at) select person, substr(id, 1, 16), at from given g
            where not exists (select from inbox i where i.person = '' and i.id = substr(g.id, 1, 16)) order by 1, 2 on conflict do nothing returning id),
        placed as (
            insert into waiting (person, n, id, inbound, tries)
            select person, nextval('waiting_n'), id, inbound, 0 from (select g.* from given g where substr(g.id, 1, 16) in (select id from fresh) order by g.place) as o
            returning person, n, id),
        claimed as (
            insert into lanes as l (person, node, epoch)
            select distinct p.person, $6, case when $6 is null then 0 else 1 end from placed p
            where not exists (select from lanes x where x.person = p.person and ($6 is null or x.node = $5
                or exists (select from nodes n where n.id = x.node and n.lease_until > now())))
            order by 1
            on conflict (person) do update set node = excluded.node, epoch = l.epoch + 1
            where excluded.node is not null and not exists (select from nodes n where n.id = l.node and n.lease_until > now())
            returning l.person, l.node, l.epoch, xmax <> 0 as is_taken)
        select o.*, case when o.epoch is null then pg_notify('rbcbot', 'w ' || o.person) end from (
            select p.id, p.n,
                coalesce((select c.epoch from claimed c where c.person = p.person and c.node = $5),
                    (select l.epoch from lanes l where l.person = p.person and l.node = $5)) as epoch,
                coalesce((select c.is_taken from claimed c where c.person = p.person), false),
                array(select w.n from waiting w where w.person = p.person),
                p.person
            from placed p order by p.n offset 0) as o
        """;

    /// <summary>Who is at the addresses; people begin here.</summary>
    public static NpgsqlCommand WhoIs(NpgsqlConnection connection, IReadOnlyList<AcceptWrite> accepts)
    {
        var command = new NpgsqlCommand(People, connection);
        command.Parameters.Add(Column.Texts(accepts.Select(one => one.AddressKey)));
        command.Parameters.Add(Column.Texts(accepts.Select(one => Guid.CreateVersion7(one.Inbound.At).ToString("N"))));
        command.Parameters.Add(Column.Texts(accepts.Select(one => one.Inbound.From.Channel)));
        command.Parameters.Add(Column.Texts(accepts.Select(one => one.Value)));
        command.Parameters.Add(Column.Longs(accepts.Select(one => one.Inbound.At.UtcTicks)));
        return command;
    }

    public static void Add(NpgsqlBatch batch, IReadOnlyList<AcceptWrite> accepts, string node, bool isWorker)
    {
        var command = new NpgsqlBatchCommand(Take);
        command.Parameters.Add(Column.Texts(accepts.Select(one => one.Person)));
        command.Parameters.Add(Column.Bytes(accepts.Select(one => Convert.FromHexString(one.Id))));
        command.Parameters.Add(Column.Texts(accepts.Select(one => one.Json)));
        command.Parameters.Add(Column.Longs(accepts.Select(one => one.At)));
        command.Parameters.Add(Column.Text(node));
        command.Parameters.Add(Column.Text(isWorker ? node : null));
        batch.BatchCommands.Add(command);
    }

    /// <summary>An id as the table of what was heard has it: the first half.</summary>
    public static byte[] Heard(string id) => Convert.FromHexString(id)[..HeardBytes];

    /// <summary>Reads what became of them; of several with the same id the first one is taken.</summary>
    public static void Read(NpgsqlDataReader reader, IReadOnlyList<AcceptWrite> accepts)
    {
        var byId = accepts.GroupBy(one => one.Id).ToDictionary(group => group.Key, group => group.First());
        foreach (var one in accepts)
            one.Taken = null;
        while (reader.Read())
            byId[Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0))].Taken = new Accepted(
                reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.GetBoolean(3), reader.GetFieldValue<long[]>(4));
    }
}
