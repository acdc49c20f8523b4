using System.Collections.Concurrent;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Selections as they were made, one document each. A run is large and changes once: what lists show of it is remembered by the row's own version.</summary>
sealed class PostgresSelections(PostgresStore store) : ISelections
{
    readonly PostgresShelf<SelectionRun> runs = new(store, "selections");
    readonly ConcurrentDictionary<string, (string Version, SelectionRun Head)> heads = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) =>
        [.. (await runs.ListAsync(stop)).OrderBy(run => run.At)];

    public async Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop)
    {
        var rows = await store.ReadAsync("select id, xmin::text || ' ' || ctid::text from documents where collection = 'selections'", row => (Id: row.GetString(0), Version: row.GetString(1)), stop);
        List<SelectionRun> all = [];
        foreach (var (id, version) in rows)
            if (heads.TryGetValue(id, out var known) && known.Version == version)
                all.Add(known.Head);
            else if (await runs.FindAsync(id, stop) is { } run)
                all.Add((heads[id] = (version, run with { Applicants = [] })).Head);
        return [.. all.OrderBy(run => run.At)];
    }

    public Task<SelectionRun?> FindAsync(string id, CancellationToken stop) => runs.FindAsync(id, stop);

    public Task PutAsync(SelectionRun run, CancellationToken stop) => runs.PutAsync(run.Id, run, stop);
}
