using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Selections as they were made, one document each.</summary>
sealed class PostgresSelections(PostgresStore store) : ISelections
{
    readonly PostgresShelf<SelectionRun> runs = new(store, "selections");

    public async Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) =>
        [.. (await runs.ListAsync(stop)).OrderBy(run => run.At)];

    public Task PutAsync(SelectionRun run, CancellationToken stop) => runs.PutAsync(run.Id, run, stop);
}
