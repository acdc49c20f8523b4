using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Accounts by id; a name is there once.</summary>
sealed class PostgresAccounts(PostgresStore store) : IAccounts
{
    const string Add = "insert into accounts (id, name, version, body) values ($1, $2, $3, $4) on conflict do nothing";

    const string Change = "update accounts set version = $2 + 1, body = $3 where id = $1 and version = $2";

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken stop) =>
        await store.ReadAsync("select body from accounts order by name", row => StoredJson.Read<Account>(row.GetString(0)), stop);

    public async Task<Account?> FindAsync(AccountId id, CancellationToken stop) => (await store.ReadAsync(
        "select body from accounts where id = $1", row => StoredJson.Read<Account>(row.GetString(0)), stop, Column.Text(id.Value))).FirstOrDefault();

    public async Task<Account?> FindAsync(string name, CancellationToken stop) => (await store.ReadAsync(
        "select body from accounts where name = $1", row => StoredJson.Read<Account>(row.GetString(0)), stop, Column.Text(AccountRow.Key(name)))).FirstOrDefault();

    public async Task<bool> AddAsync(Account account, CancellationToken stop) => await store.RunAsync(
        Add, stop, Column.Text(account.Id.Value), Column.Text(AccountRow.Key(account.Name)), Column.Long(account.Version), Column.Text(StoredJson.Write(account))) > 0;

    // Said twice after a lost connection it tells "changed meanwhile", although it was us: who asks reads again.
    public async Task<bool> ChangeAsync(Account account, CancellationToken stop) => await store.RunAsync(
        Change, stop, Column.Text(account.Id.Value), Column.Long(account.Version), Column.Text(StoredJson.Write(account with { Version = account.Version + 1 }))) > 0;
}
