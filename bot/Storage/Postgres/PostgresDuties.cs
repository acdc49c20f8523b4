namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Duties as rows: held for as long as the node's own lease is.</summary>
sealed class PostgresDuties(PostgresStore store) : IDuties
{
    const string Take = """
        insert into leases as l (name, node) values ($1, $2) on conflict (name) do update set node = excluded.node
        where l.node = excluded.node or not exists (select from nodes n where n.id = l.node and n.lease_until > now()) returning 1
        """;

    public async Task<bool> HasAsync(string duty, CancellationToken stop) =>
        (await store.ReadAsync(Take, row => row.GetInt32(0), stop, Column.Text(duty), Column.Text(store.Nodes.Id))).Count > 0;
}
