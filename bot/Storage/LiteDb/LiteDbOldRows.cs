using System.Collections.Concurrent;
using LiteDB;
using RbcBot.Core.Conversations;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Finds rows that have had their time, page by page, and takes them away a handful a transaction.</summary>
/// <remarks>Rows so old lie in the database file: what a layer knows of them is settled before they are read.</remarks>
sealed class LiteDbOldRows(LiteDbStore store) : IOldRows
{
    /// <summary>How far rows were taken away, so that the next handful does not look at all before it again.</summary>
    readonly ConcurrentDictionary<RetentionRule, string> reached = new();

    public Task<int> CountAsync(RetentionRule rule, DateTimeOffset before, CancellationToken stop) =>
        Task.FromResult(Rows(rule, before, null, stop).Count());

    public async Task<int> RemoveAsync(RetentionRule rule, DateTimeOffset before, int most, CancellationToken stop)
    {
        var some = Rows(rule, before, reached.GetValueOrDefault(rule), stop).Take(most).ToList();
        if (some.Count > 0)
            await store.WriteAsync(draft => some.ForEach(row => Remove(draft, rule, row)), stop);
        if (some.Count < most)
            reached.TryRemove(rule, out _);
        else
            reached[rule] = some[^1]["_id"];
        return some.Count;
    }

    static void Remove(Draft draft, RetentionRule rule, BsonDocument row)
    {
        var id = row["_id"].AsString;
        draft.Delete(CollectionOf(rule), id);
        if (rule == RetentionRule.Alerts)
            draft.Delete(LiteDbSchema.UnseenAlerts, id);
        if (rule != RetentionRule.Talk)
            return;
        draft.Delete(LiteDbSchema.GivenUp, id);
        if (StoredKeys.Receipt(SendingRow.Read(row)) is { } receipt)
            draft.Delete(LiteDbSchema.Receipts, receipt);
    }

    IEnumerable<BsonDocument> Rows(RetentionRule rule, DateTimeOffset before, string? after, CancellationToken stop)
    {
        foreach (var row in store.InOrder(CollectionOf(rule), after))
        {
            stop.ThrowIfCancellationRequested();
            if (IsOld(rule, row, before))
                yield return row;
        }
    }

    static bool IsOld(RetentionRule rule, BsonDocument row, DateTimeOffset before) => rule switch
    {
        // What still waits, or is held until the person speaks, is not over.
        RetentionRule.Talk => row["due"].AsInt64 < before.UtcTicks && row["state"].AsString is not (nameof(SendState.Pending) or nameof(SendState.Held)),
        RetentionRule.SetAside => row["at"].AsInt64 < before.UtcTicks,
        // An alert's id begins with its moment.
        RetentionRule.Alerts => string.CompareOrdinal(row["_id"].AsString, before.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture)) < 0,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    static string CollectionOf(RetentionRule rule) => rule switch
    {
        RetentionRule.Talk => LiteDbSchema.Outbox,
        RetentionRule.SetAside => LiteDbSchema.Aside,
        RetentionRule.Alerts => LiteDbSchema.Alerts,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };
}
