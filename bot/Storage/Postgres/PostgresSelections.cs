using System.Collections.Concurrent;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Selections as they were made, one document each. A run is large and changes once: what lists show of it, and the one that was looked at last, are remembered by the row's own version.</summary>
sealed class PostgresSelections(PostgresStore store) : ISelections
{
    const string Versions = "select id, xmin::text || ' ' || ctid::text from documents where collection = 'selections'";

    readonly PostgresShelf<SelectionRun> runs = new(store, "selections");
    readonly ConcurrentDictionary<string, (string Version, SelectionRun Head)> heads = new(StringComparer.Ordinal);
    Tuple<string, SelectionRun>? last;

    public async Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) =>
        [.. (await runs.ListAsync(stop)).OrderBy(run => run.At)];

    public async Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop)
    {
        var rows = await store.ReadAsync(Versions, row => (Id: row.GetString(0), Version: row.GetString(1)), stop);
        List<SelectionRun> all = [];
        foreach (var (id, version) in rows)
            if (heads.TryGetValue(id, out var known) && known.Version == version)
                all.Add(known.Head);
            else if (await runs.FindAsync(id, stop) is { } run)
                all.Add((heads[id] = (version, run with { Applicants = [] })).Head);
        return [.. all.OrderBy(run => run.At)];
    }

    public async Task<SelectionRun?> FindAsync(string id, CancellationToken stop)
    {
        // The version first: a run that changes meanwhile is kept under a version that is no more.
        var version = (await store.ReadAsync(Versions + " and id = $1", row => row.GetString(1), stop, Column.Text(CleanText.Of(id)))).FirstOrDefault();
        if (version is null)
            return null;
        if (last is (var known, { } kept) && known == version && kept.Id == id)
            return kept;
        var run = await runs.FindAsync(id, stop);
        last = run is null ? null : new(version, run);
        return run;
    }

    public Task PutAsync(SelectionRun run, CancellationToken stop) => runs.PutAsync(run.Id, run, stop);
}
