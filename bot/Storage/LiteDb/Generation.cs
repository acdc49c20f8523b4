using System.Collections.Concurrent;
using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Rows that are in the journal and not yet in the database file: put by one thread, read by any.</summary>
sealed class Generation
{
    readonly ConcurrentDictionary<string, Entry>[] collections =
        [.. LiteDbSchema.Collections.Select(_ => new ConcurrentDictionary<string, Entry>(concurrencyLevel: 1, capacity: 31, StringComparer.Ordinal))];

    /// <summary>Sequence of the last record that is in it; 0 when there is none.</summary>
    public long Last { get; private set; }

    /// <summary>How many rows it holds: what the database file will have to take.</summary>
    public int Entries { get; private set; }

    /// <summary>Whether it knows the row; null when it was deleted.</summary>
    public bool TryGet(int collection, string id, out byte[]? row)
    {
        var isThere = collections[collection].TryGetValue(id, out var entry);
        row = entry.Row;
        return isThere;
    }

    /// <summary>Rows of a collection, null for those that were deleted.</summary>
    public IEnumerable<(string Id, byte[]? Row)> Rows(int collection)
    {
        foreach (var (id, entry) in collections[collection])
            yield return (id, entry.Row);
    }

    /// <summary>Rows of a collection as changes: born are those that no generation before knows.</summary>
    public IEnumerable<Change> Changes(int collection) =>
        collections[collection].Select(row => new Change(collection, row.Key, row.Value.Row, row.Value.IsBorn));

    public void Take(long sequence, IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
            Take(change);
        Last = sequence;
    }

    void Take(Change change)
    {
        var rows = collections[change.Collection];
        var isKnown = rows.TryGetValue(change.Id, out var before);
        if (isKnown && before.IsBorn && change.Row is null)
        {
            rows.TryRemove(change.Id, out _);
            Entries--;
            return;
        }
        // Of a row that was deleted here the database file may know an older one, so that it must hear of this one's end too.
        rows[change.Id] = new Entry(change.Row, isKnown ? before.IsBorn : change.IsBorn);
        Entries += isKnown ? 0 : 1;
    }

    readonly record struct Entry(byte[]? Row, bool IsBorn);
}
