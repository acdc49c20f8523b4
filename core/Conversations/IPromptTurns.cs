namespace RbcBot.Core.Conversations;

/// <summary>Turns of which the inbound never waits: it is taken in and has its turn in one transaction. For people who are known and whom nobody serves.</summary>
public interface IPromptTurns
{
    /// <summary>Holds the lane of the inbound's person until its turn is taken or it is let go; null when somebody else is in the lane, when the same was taken in before, or it is not known here whose it is.</summary>
    Waiting? Hold(Inbound inbound);

    /// <summary>Gives the lane free; nothing was kept.</summary>
    void LetGo(Waiting held);

    /// <summary>Takes the inbound in with its turn, in one transaction that is durable on return, and gives the lane free, whatever happens. False when the same was taken in before, or the lane turned out not to be ours: then nothing changes, and the inbox has to take it.</summary>
    Task<bool> TakeAsync(Waiting held, Turn turn, CancellationToken stop);
}
