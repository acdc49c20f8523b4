using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Invitations, a row each, as long as they are good.</summary>
sealed class PostgresInvitations(PostgresStore store) : IInvitations
{
    const string Keep = """
        with over as (delete from invitations where hash <> $1 and hash = any(array(select hash from invitations where until <= $5 or name = $2 for update skip locked)))
        insert into invitations (hash, name, until, body) values ($1, $2, $3, $4) on conflict (hash) do update set until = excluded.until, body = excluded.body
        """;

    const string Find = "select body from invitations where hash = $1 and until > $2";

    // What the server did and could not tell is not done again: the link is then over, and is made anew.
    const string Take = "delete from invitations where hash = $1 and until > $2 returning body";

    public Task KeepAsync(Invitation invitation, DateTimeOffset now, CancellationToken stop) => store.RunAsync(
        Keep, stop, Column.Text(invitation.Hash), Column.Text(AccountRow.Key(invitation.Name)), Column.Long(invitation.Until.UtcTicks),
        Column.Text(StoredJson.Write(invitation)), Column.Long(now.UtcTicks));

    public Task<Invitation?> FindAsync(string hash, DateTimeOffset now, CancellationToken stop) => OneAsync(Find, hash, now, stop);

    public Task<Invitation?> TakeAsync(string hash, DateTimeOffset now, CancellationToken stop) => OneAsync(Take, hash, now, stop);

    public async Task<IReadOnlyList<Invitation>> ListAsync(DateTimeOffset now, CancellationToken stop) => await store.ReadAsync(
        "select body from invitations where until > $1 order by name", row => StoredJson.Read<Invitation>(row.GetString(0)), stop, Column.Long(now.UtcTicks));

    async Task<Invitation?> OneAsync(string sql, string hash, DateTimeOffset now, CancellationToken stop) =>
        (await store.ReadAsync(sql, row => StoredJson.Read<Invitation>(row.GetString(0)), stop, Column.Text(hash), Column.Long(now.UtcTicks))).FirstOrDefault();
}
