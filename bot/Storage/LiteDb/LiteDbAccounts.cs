using LiteDB;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Accounts by id, and their names by themselves, so that each is there once.</summary>
sealed class LiteDbAccounts(LiteDbStore store) : IAccounts
{
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Account>>([.. store.All(LiteDbSchema.Accounts).OrderBy(row => row["name"].AsString, StringComparer.Ordinal).Select(Read)]);

    public Task<Account?> FindAsync(AccountId id, CancellationToken stop) => Task.FromResult(Find(store, id));

    public Task<Account?> FindAsync(string name, CancellationToken stop) => Task.FromResult(
        store.Find(LiteDbSchema.AccountNames, AccountRow.Key(name)) is { } row ? Find(store, new AccountId(row["account"])) : null);

    public async Task<bool> AddAsync(Account account, CancellationToken stop)
    {
        var isAdded = false;
        await store.WriteAsync(draft =>
        {
            isAdded = draft.Find(LiteDbSchema.AccountNames, AccountRow.Key(account.Name)) is null;
            if (isAdded)
                Add(draft, account);
        }, stop);
        return isAdded;
    }

    public async Task<bool> ChangeAsync(Account account, CancellationToken stop)
    {
        var isChanged = false;
        await store.WriteAsync(draft =>
        {
            isChanged = draft.Find(LiteDbSchema.Accounts, account.Id.Value) is { } row && row["version"].AsInt64 == account.Version;
            if (isChanged)
                draft.Put(LiteDbSchema.Accounts, Row(account with { Version = account.Version + 1 }));
        }, stop);
        return isChanged;
    }

    public static Account? Find(LiteDbStore store, AccountId id) => store.Find(LiteDbSchema.Accounts, id.Value) is { } row ? Read(row) : null;

    public static void Add(Draft draft, Account account)
    {
        draft.Insert(LiteDbSchema.Accounts, Row(account));
        draft.Insert(LiteDbSchema.AccountNames, StoredRow.Of(AccountRow.Key(account.Name), RowField.Text("account", account.Id.Value)));
    }

    static StoredRow Row(Account account) => StoredRow.Of(
        account.Id.Value, RowField.Text("name", AccountRow.Key(account.Name)), RowField.Long("version", account.Version), RowField.Text("is", StoredJson.Write(account)));

    static Account Read(BsonDocument row) => StoredJson.Read<Account>(row["is"]);
}
