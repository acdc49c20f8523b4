using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Whose a code is, a row each, as long as it is good.</summary>
sealed class LiteDbLinkCodes(LiteDbStore store) : ILinkCodes
{
    public Task KeepAsync(string hash, PersonId person, DateTimeOffset until, DateTimeOffset now, CancellationToken stop)
    {
        var over = store.All(LiteDbSchema.LinkCodes).Where(row => row["until"].AsInt64 <= now.UtcTicks).Select(row => row["_id"].AsString).ToList();
        var kept = StoredRow.Of(hash, RowField.Text("person", person.Value), RowField.Long("until", until.UtcTicks));
        return store.WriteAsync(draft =>
        {
            foreach (var old in over)
                draft.Delete(LiteDbSchema.LinkCodes, old);
            draft.Put(LiteDbSchema.LinkCodes, kept);
        }, stop);
    }

    public Task<PersonId?> OwnerAsync(string hash, DateTimeOffset now, CancellationToken stop) => Task.FromResult<PersonId?>(
        store.Find(LiteDbSchema.LinkCodes, hash) is { } row && row["until"].AsInt64 > now.UtcTicks ? new PersonId(row["person"]) : null);
}
