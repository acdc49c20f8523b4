using RbcBot.Core.Selection;

namespace RbcBot.Tests.Given;

/// <summary>Selections in a list.</summary>
sealed class InMemorySelections : ISelections
{
    public List<SelectionRun> Runs { get; } = [];

    public Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<SelectionRun>>([.. Runs]);

    public Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<SelectionRun>>([.. Runs.Select(run => run with { Applicants = [] })]);

    public Task<SelectionRun?> FindAsync(string id, CancellationToken stop) => Task.FromResult(Runs.Find(run => run.Id == id));

    public Task PutAsync(SelectionRun run, CancellationToken stop)
    {
        Runs.RemoveAll(known => known.Id == run.Id);
        Runs.Add(run);
        return Task.CompletedTask;
    }
}
