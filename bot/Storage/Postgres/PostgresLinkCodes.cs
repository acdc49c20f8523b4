using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Whose a code is, a row each, as long as it is good.</summary>
sealed class PostgresLinkCodes(PostgresStore store) : ILinkCodes
{
    // A row that another node is forgetting is passed by.
    const string Keep = """
        with over as (delete from link_codes where hash = any(array(select hash from link_codes where until <= $4 for update skip locked)))
        insert into link_codes (hash, person, until) values ($1, $2, $3) on conflict (hash) do update set person = excluded.person, until = excluded.until
        """;

    public Task KeepAsync(string hash, PersonId person, DateTimeOffset until, DateTimeOffset now, CancellationToken stop) =>
        store.RunAsync(Keep, stop, Column.Text(hash), Column.Text(person.Value), Column.Long(until.UtcTicks), Column.Long(now.UtcTicks));

    public async Task<PersonId?> OwnerAsync(string hash, DateTimeOffset now, CancellationToken stop)
    {
        var found = await store.ReadAsync(
            "select person from link_codes where hash = $1 and until > $2", row => row.GetString(0), stop, Column.Text(hash), Column.Long(now.UtcTicks));
        return found.Count > 0 ? new PersonId(found[0]) : null;
    }
}
