namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Documents that pages ask for again and again and that change seldom: what is there is asked each time, and opened anew only what has another version of its row than before.</summary>
sealed class KeptDocuments<T>(PostgresStore store, string collection, PostgresShelf<T> shelf) where T : class
{
    const string Versions = "select id, xmin::text || ' ' || ctid::text from documents where collection = $1 order by id";

    Dictionary<string, (string Version, T Value)> known = new(StringComparer.Ordinal);

    /// <summary>All of them, by id.</summary>
    public async Task<IReadOnlyList<T>> ListAsync(CancellationToken stop)
    {
        // Versions before documents: one that changes meanwhile is kept under a version that is no more, and opened again.
        var there = await store.ReadAsync(Versions, row => (Id: row.GetString(0), Version: row.GetString(1)), stop, Column.Text(collection));
        var before = known;
        var others = there.Where(one => !before.TryGetValue(one.Id, out var kept) || kept.Version != one.Version).Select(one => one.Id).ToList();
        var opened = others.Count == 0 ? [] : await shelf.FindAsync(others, stop);
        var now = new Dictionary<string, (string Version, T Value)>(there.Count, StringComparer.Ordinal);
        foreach (var (id, version) in there)
            if (opened.TryGetValue(id, out var value) || (before.TryGetValue(id, out var kept) && kept.Version == version && (value = kept.Value) is not null))
                now[id] = (version, value);
        known = now;
        return [.. there.Where(one => now.ContainsKey(one.Id)).Select(one => now[one.Id].Value)];
    }
}
