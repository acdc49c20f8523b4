using System.Runtime.CompilerServices;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Selections as they were made, one document each. A run holds all applicants: the one that was looked at last stays read until any changes.</summary>
sealed class LiteDbSelections : ISelections
{
    readonly LiteDbShelf<SelectionRun> runs;
    readonly Kept<IReadOnlyList<SelectionRun>> heads;
    readonly Kept<StrongBox<SelectionRun?>> last;

    public LiteDbSelections(LiteDbStore store)
    {
        runs = new(store, LiteDbSchema.Selections);
        heads = new(store, LiteDbSchema.Selections, () => [.. runs.List().Select(run => run with { Applicants = [] }).OrderBy(run => run.At)]);
        last = new(store, LiteDbSchema.Selections, () => new());
    }

    public Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SelectionRun>>([.. runs.List().OrderBy(run => run.At)]);

    public Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop) => Task.FromResult(heads.Value);

    public async Task<SelectionRun?> FindAsync(string id, CancellationToken stop)
    {
        var box = last.Value;
        return box.Value is { } known && known.Id == id ? known : box.Value = await runs.FindAsync(id, stop);
    }

    public Task PutAsync(SelectionRun run, CancellationToken stop) => runs.PutAsync(run.Id, run, stop);
}
