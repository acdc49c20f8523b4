using RbcBot.Core.People;

namespace RbcBot.Core.Programme;

/// <summary>Which coach follows whom.</summary>
public interface IPairings
{
    /// <summary>The trainees of a coach's own group; empty when she has none.</summary>
    /// <param name="coach">Her sign-in name.</param>
    Task<IReadOnlyList<PersonId>> TraineesAsync(string coach, CancellationToken stop);
}
