using RbcBot.Core.People;
using RbcBot.Core.People.Erasing;

namespace RbcBot.Tests.Given;

/// <summary>Erasures that were asked for.</summary>
sealed class AskedErasures : IErasures
{
    public List<(PersonId, ErasureCause)> People { get; } = [];

    /// <summary>Those that were done.</summary>
    public List<ErasureNote> Done { get; } = [];

    public Task AskAsync(PersonId person, ErasureCause cause, CancellationToken stop)
    {
        People.Add((person, cause));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ErasureNote>> DoneAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<ErasureNote>>(Done);
}
