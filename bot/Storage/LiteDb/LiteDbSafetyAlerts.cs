using RbcBot.Core.Safety;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Alerts, a row each; those that nobody has looked at once more apart.</summary>
sealed class LiteDbSafetyAlerts : ISafetyAlerts
{
    readonly LiteDbStore store;
    readonly Kept<IReadOnlyList<string>> newest;
    readonly Kept<IReadOnlyList<SafetyAlert>> unseen;

    public LiteDbSafetyAlerts(LiteDbStore store)
    {
        this.store = store;
        newest = new(store, LiteDbSchema.Alerts, () => [.. store.All(LiteDbSchema.Alerts, "_id").Select(row => row["_id"].AsString).OrderDescending(StringComparer.Ordinal)]);
        unseen = new(store, LiteDbSchema.UnseenAlerts, () => [.. store.All(LiteDbSchema.UnseenAlerts).OrderBy(row => row["_id"].AsString, StringComparer.Ordinal).Select(Read)]);
    }

    public Task<IReadOnlyList<SafetyAlert>> LatestAsync(int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<SafetyAlert>>(
        [.. store.Rows.Find(LiteDbSchema.Alerts, newest.Value.Take(most)).Select(Read)]);

    public Task<IReadOnlyList<SafetyAlert>> UnseenAsync(CancellationToken stop) => Task.FromResult(unseen.Value);

    public Task<SafetyAlert?> FindAsync(string id, CancellationToken stop) =>
        Task.FromResult(store.Find(LiteDbSchema.Alerts, id) is { } row ? StoredJson.Read<SafetyAlert>(row["is"]) : null);

    public Task KeepAsync(SafetyAlert alert, CancellationToken stop) => store.WriteAsync(draft =>
    {
        var kept = draft.Find(LiteDbSchema.Alerts, alert.Id) is { } row ? alert.After(StoredJson.Read<SafetyAlert>(row["is"])) : alert;
        draft.Put(LiteDbSchema.Alerts, Row(kept));
        if (kept.SeenAt is not null)
            draft.Delete(LiteDbSchema.UnseenAlerts, kept.Id);
    }, stop);

    /// <summary>Keeps a turn's alerts, inside its transaction.</summary>
    public static void Put(Draft draft, IReadOnlyList<SafetyAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            draft.Put(LiteDbSchema.Alerts, Row(alert));
            if (alert.Target is not null)
                draft.Put(LiteDbSchema.UnseenAlerts, Row(alert));
        }
    }

    static SafetyAlert Read(LiteDB.BsonDocument row) => StoredJson.Read<SafetyAlert>(row["is"]);

    static StoredRow Row(SafetyAlert alert) => StoredRow.Of(alert.Id, RowField.Text("is", StoredJson.WriteBytes(alert)));
}
