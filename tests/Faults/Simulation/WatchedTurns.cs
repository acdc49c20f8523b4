using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's turns, watched.</summary>
sealed class WatchedTurns(ITurns turns, Witness witness) : ITurns
{
    public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop) => turns.LoadAsync(person, address, stop);

    public Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop) => witness.SeeAsync(
        turns.CommitAsync(handled, turn, stop),
        ledger => ledger.Committed(handled.Inbound, turn, null), ledger => ledger.NotCommitted(handled.Inbound, turn, null));

    public Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop) => witness.SeeAsync(
        turns.SetAsideAsync(handled, apology, reason, stop),
        ledger => ledger.Committed(handled.Inbound, apology, reason), ledger => ledger.NotCommitted(handled.Inbound, apology, reason));
}
