using RbcBot.Bot.Observing;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Turns;

/// <summary>Answers at once what is said by people who are known and whom nobody serves: half the writes, and none of the waiting. All else goes by the inbox.</summary>
sealed class PromptTurn(IPromptTurns lanes, TurnRunner turns)
{
    /// <summary>Whether the inbound has been taken in with its turn, durably; false when the inbox has to take it.</summary>
    /// <exception cref="IOException">The store did not take it.</exception>
    public async Task<bool> TryAsync(Inbound inbound)
    {
        // A file is brought from its channel first, and the channel waits for us.
        if (inbound.Said.File is not null || lanes.Hold(inbound) is not { } held)
            return false;
        using var watch = new TurnWatch(held);
        if (await DecideAsync(held) is not { } turn)
            return false;
        // Who was heard before, or whom somebody else serves by now, comes by the inbox, which knows for sure.
        if (!await lanes.TakeAsync(held, turn, CancellationToken.None))
            return false;
        watch.Done();
        return true;
    }

    // What fails here comes by the inbox, which tries it again, and sets it aside in the end.
    async Task<Turn?> DecideAsync(Waiting held)
    {
        try
        {
            return await turns.DecideAsync(held, CancellationToken.None);
        }
        catch (Exception)
        {
            lanes.LetGo(held);
            return null;
        }
    }
}
