using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>The store's turns; each that is on disk is told.</summary>
sealed class ToldTurns(ITurns turns, Chronicle chronicle) : ITurns
{
    public Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop) => turns.LoadAsync(person, address, stop);

    public async Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop)
    {
        await turns.CommitAsync(handled, turn, stop);
        chronicle.Turned(handled.Inbound, turn);
    }

    public async Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop)
    {
        await turns.SetAsideAsync(handled, apology, reason, stop);
        chronicle.Blame($"{handled.Inbound.From} {handled.Inbound.ExternalId} was set aside: {reason}");
        chronicle.Turned(handled.Inbound, apology);
    }
}

/// <summary>The store's prompt turns; each that is on disk is told.</summary>
sealed class ToldPromptTurns(IPromptTurns turns, Chronicle chronicle) : IPromptTurns
{
    public Waiting? Hold(Inbound inbound) => turns.Hold(inbound);

    public void LetGo(Waiting held) => turns.LetGo(held);

    public async Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop)
    {
        var isTaken = await turns.TakeAsync(held, turn, stop);
        if (isTaken)
            chronicle.Turned(held.Inbound, turn);
        return isTaken;
    }
}
