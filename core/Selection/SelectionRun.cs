namespace RbcBot.Core.Selection;

/// <summary>One selection as it was made: rules, people and outcome frozen together.</summary>
/// <param name="By">Name of the administrator who ran it.</param>
/// <param name="Applicants">Everybody who was looked at, as they were then.</param>
/// <param name="ConfirmedAt">Null until somebody confirmed it.</param>
/// <param name="ConfirmedBy">Null until then.</param>
public sealed record SelectionRun(
    string Id,
    DateTimeOffset At,
    string By,
    SelectionRules Rules,
    IReadOnlyList<Applicant> Applicants,
    Panel Panel,
    DateTimeOffset? ConfirmedAt,
    string? ConfirmedBy);

/// <summary>The selections that were made.</summary>
public interface ISelections
{
    /// <summary>All runs, oldest first.</summary>
    Task<IReadOnlyList<SelectionRun>> ListAsync(CancellationToken stop);

    /// <summary>All runs without their applicants, oldest first.</summary>
    Task<IReadOnlyList<SelectionRun>> HeadsAsync(CancellationToken stop);

    /// <summary>The run of the id; null when there is none.</summary>
    Task<SelectionRun?> FindAsync(string id, CancellationToken stop);

    /// <summary>Adds a run, or replaces the one of the same id; durable on return.</summary>
    Task PutAsync(SelectionRun run, CancellationToken stop);
}
