using LiteDB;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>The log of breaches, a document each.</summary>
sealed class LiteDbBreaches(LiteDbStore store) : IBreaches
{
    readonly LiteDbShelf<Breach> breaches = new(store, LiteDbSchema.Breaches);

    public async Task<IReadOnlyList<Breach>> ListAsync(CancellationToken stop) => [.. (await breaches.ListAsync(stop)).OrderByDescending(breach => breach.KnownAt)];

    public Task<Breach?> FindAsync(string id, CancellationToken stop) => breaches.FindAsync(id, stop);

    public Task KeepAsync(Breach breach, CancellationToken stop) => store.WriteAsync(draft =>
    {
        var kept = draft.Find(LiteDbSchema.Breaches, breach.Id) is { } row ? breach.After(StoredJson.Read<Breach>(row["is"])) : breach;
        draft.Put(LiteDbSchema.Breaches, new BsonDocument { ["_id"] = kept.Id, ["is"] = StoredJson.Write(kept) });
    }, stop);
}
