using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Stays in the console, a row each, as long as they last.</summary>
sealed class PostgresStays(PostgresStore store) : IStays
{
    // A row that another node is forgetting is passed by.
    const string Add = """
        with over as (delete from stays where key = any(array(select key from stays where until <= $5 for update skip locked)))
        insert into stays (key, account, until, body) values ($1, $2, $3, $4) on conflict (key) do update set account = excluded.account, until = excluded.until, body = excluded.body
        """;

    public Task AddAsync(Stay stay, DateTimeOffset now, CancellationToken stop) => store.RunAsync(
        Add, stop, Column.Text(stay.Key), Column.Text(stay.Account.Value), Column.Long(stay.Until.UtcTicks), Column.Text(StoredJson.Write(stay)), Column.Long(now.UtcTicks));

    public async Task<bool> ChangeAsync(Stay stay, CancellationToken stop) => await store.RunAsync(
        "update stays set until = $2, body = $3 where key = $1", stop, Column.Text(stay.Key), Column.Long(stay.Until.UtcTicks), Column.Text(StoredJson.Write(stay))) > 0;

    public async Task<SignedIn?> FindAsync(string key, CancellationToken stop) => (await store.ReadAsync(
        "select stays.body, accounts.body from stays join accounts on accounts.id = stays.account where stays.key = $1",
        row => new SignedIn(StoredJson.Read<Stay>(row.GetString(0)), StoredJson.Read<Account>(row.GetString(1))), stop, Column.Text(key))).FirstOrDefault();

    public async Task<IReadOnlyList<Stay>> OfAsync(AccountId account, CancellationToken stop) =>
        [.. (await store.ReadAsync("select body from stays where account = $1", row => StoredJson.Read<Stay>(row.GetString(0)), stop, Column.Text(account.Value)))
            .OrderByDescending(stay => stay.Seen)];

    public Task DropAsync(string key, CancellationToken stop) => store.RunAsync("delete from stays where key = $1", stop, Column.Text(key));

    public Task DropAllAsync(AccountId account, CancellationToken stop) => store.RunAsync("delete from stays where account = $1", stop, Column.Text(account.Value));
}
