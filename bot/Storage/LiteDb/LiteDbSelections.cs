using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Selections as they were made, one document each.</summary>
sealed class LiteDbSelections : ISelections
{
    readonly LiteDbShelf<SelectionRun> runs;
    readonly Kept<IReadOnlyList<SelectionRun>> heads;

    public LiteDbSelections(LiteDbStore store)
    {
        runs = new(store, LiteDbSchema.Selections);
        heads = new(store, LiteDbSchema.Selections, () => [.. runs.List().Select(run => run with { Applicants = [] }).OrderBy(run => run.At)]);
    }

    public Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SelectionRun>>([.. runs.List().OrderBy(run => run.At)]);

    public Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop) => Task.FromResult(heads.Value);

    public Task<SelectionRun?> FindAsync(string id, CancellationToken stop) => runs.FindAsync(id, stop);

    public Task PutAsync(SelectionRun run, CancellationToken stop) => runs.PutAsync(run.Id, run, stop);
}
