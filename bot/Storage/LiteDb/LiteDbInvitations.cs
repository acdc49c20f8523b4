using LiteDB;
using RbcBot.Core.People;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Invitations, a row each, as long as they are good.</summary>
sealed class LiteDbInvitations(LiteDbStore store) : IInvitations
{
    public Task KeepAsync(Invitation invitation, DateTimeOffset now, CancellationToken stop)
    {
        var name = AccountRow.Key(invitation.Name);
        var over = store.All(LiteDbSchema.Invitations).Where(row => !IsGood(row, now) || row["name"] == name).Select(row => row["_id"].AsString).ToList();
        var kept = StoredRow.Of(
            invitation.Hash, RowField.Text("name", name), RowField.Long("until", invitation.Until.UtcTicks), RowField.Text("is", StoredJson.Write(invitation)));
        return store.WriteAsync(draft =>
        {
            foreach (var old in over)
                draft.Delete(LiteDbSchema.Invitations, old);
            draft.Put(LiteDbSchema.Invitations, kept);
        }, stop);
    }

    public Task<Invitation?> FindAsync(string hash, DateTimeOffset now, CancellationToken stop) =>
        Task.FromResult(store.Find(LiteDbSchema.Invitations, hash) is { } row && IsGood(row, now) ? Read(row) : null);

    public async Task<Invitation?> TakeAsync(string hash, DateTimeOffset now, CancellationToken stop)
    {
        Invitation? taken = null;
        await store.WriteAsync(draft =>
        {
            taken = draft.Find(LiteDbSchema.Invitations, hash) is { } row && IsGood(row, now) ? Read(row) : null;
            draft.Delete(LiteDbSchema.Invitations, hash);
        }, stop);
        return taken;
    }

    public Task<IReadOnlyList<Invitation>> ListAsync(DateTimeOffset now, CancellationToken stop) => Task.FromResult<IReadOnlyList<Invitation>>(
        [.. store.All(LiteDbSchema.Invitations).Where(row => IsGood(row, now)).OrderBy(row => row["name"].AsString, StringComparer.Ordinal).Select(Read)]);

    static bool IsGood(BsonDocument row, DateTimeOffset now) => row["until"].AsInt64 > now.UtcTicks;

    static Invitation Read(BsonDocument row) => StoredJson.Read<Invitation>(row["is"]);
}
