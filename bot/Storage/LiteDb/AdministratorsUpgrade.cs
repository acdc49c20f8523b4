using LiteDB;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Makes accounts of the administrators of a version before 6.</summary>
/// <remarks>By the journal, as any write: the database file may be made again from an older base, and the upgrade must be there then.</remarks>
static class AdministratorsUpgrade
{
    public static void Run(LiteDbStore store)
    {
        var old = store.All(LiteDbSchema.Administrators);
        if (old.Count == 0)
            return;
        // Before anybody else has the store: who opens it waits.
        store.WriteAsync(draft => old.ForEach(row => Upgrade(draft, row)), CancellationToken.None).GetAwaiter().GetResult();
    }

    static void Upgrade(Draft draft, BsonDocument row)
    {
        var was = StoredJson.Read<Administrator>(row["is"]);
        if (draft.Find(LiteDbSchema.AccountNames, AccountRow.Key(was.Name)) is null)
            LiteDbAccounts.Add(draft, AccountRow.Of(was.Name, was.PasswordHash, was.Since));
        draft.Delete(LiteDbSchema.Administrators, row["_id"]);
    }

    sealed record Administrator(string Name, string PasswordHash, DateTimeOffset Since);
}
