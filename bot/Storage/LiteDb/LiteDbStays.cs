using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Stays in the console, a row each, as long as they last.</summary>
sealed class LiteDbStays(LiteDbStore store) : IStays
{
    public Task AddAsync(Stay stay, DateTimeOffset now, CancellationToken stop)
    {
        var over = store.All(LiteDbSchema.Stays, "until").Where(row => row["until"].AsInt64 <= now.UtcTicks).Select(row => row["_id"].AsString).ToList();
        return store.WriteAsync(draft =>
        {
            foreach (var old in over)
                draft.Delete(LiteDbSchema.Stays, old);
            draft.Put(LiteDbSchema.Stays, Row(stay));
        }, stop);
    }

    public async Task<bool> ChangeAsync(Stay stay, CancellationToken stop)
    {
        var isThere = false;
        await store.WriteAsync(draft =>
        {
            isThere = draft.Find(LiteDbSchema.Stays, stay.Key) is not null;
            if (isThere)
                draft.Put(LiteDbSchema.Stays, Row(stay));
        }, stop);
        return isThere;
    }

    public Task<SignedIn?> FindAsync(string key, CancellationToken stop) => Task.FromResult(
        store.Find(LiteDbSchema.Stays, key) is { } row && StoredJson.Read<Stay>(row["is"]) is var stay && LiteDbAccounts.Find(store, stay.Account) is { } account
            ? new SignedIn(stay, account)
            : null);

    public Task<IReadOnlyList<Stay>> OfAsync(AccountId account, CancellationToken stop) => Task.FromResult<IReadOnlyList<Stay>>(
        [.. store.Rows.By(LiteDbSchema.Stays, "account", account.Value).Select(row => StoredJson.Read<Stay>(row["is"])).OrderByDescending(stay => stay.Seen)]);

    public Task DropAsync(string key, CancellationToken stop) => store.WriteAsync(draft => draft.Delete(LiteDbSchema.Stays, key), stop);

    public Task DropAllAsync(AccountId account, CancellationToken stop)
    {
        var theirs = store.Rows.KeysBy(LiteDbSchema.Stays, "account", account.Value).ToList();
        return store.WriteAsync(draft => theirs.ForEach(key => draft.Delete(LiteDbSchema.Stays, key)), stop);
    }

    static StoredRow Row(Stay stay) => StoredRow.Of(
        stay.Key, RowField.Text("account", stay.Account.Value), RowField.Long("until", stay.Until.UtcTicks), RowField.Text("is", StoredJson.Write(stay)));
}
