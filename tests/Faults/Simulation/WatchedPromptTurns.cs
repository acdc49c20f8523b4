using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's prompt turns, watched.</summary>
sealed class WatchedPromptTurns(IPromptTurns turns, Witness witness) : IPromptTurns
{
    public Waiting? Hold(Inbound inbound)
    {
        var held = turns.Hold(inbound);
        if (held is not null)
            witness.Tell(ledger => ledger.Held(held));
        return held;
    }

    public void LetGo(Waiting held)
    {
        witness.Tell(ledger => ledger.Released(held));
        turns.LetGo(held);
    }

    public Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop) => witness.SeeAsync(
        turns.TakeAsync(held, turn, stop),
        (ledger, isNew) => ledger.Taken(held, turn, isNew), ledger => ledger.NotTaken(held, turn));
}
