namespace RbcBot.Bot.Storage;

/// <summary>What a store tells who watches over it; cheap enough to be asked every few seconds.</summary>
interface IStoreFigures
{
    Task<StoreFigures> ReadAsync(CancellationToken stop);
}

/// <summary>How much lies in a store.</summary>
/// <param name="Waiting">Inbounds that were accepted and have not had their turn.</param>
/// <param name="WaitingSince">When the one that waits longest was accepted; null when none waits, or when the store cannot tell.</param>
/// <param name="Unsent">Messages that are still to be sent.</param>
/// <param name="Aside">What was set aside for an operator.</param>
/// <param name="LogBytes">Length of the log that commits go into; null for a store that has none of its own.</param>
/// <param name="Commits">Writes that were committed since the start, and in how many groups with one flush each; null when the store cannot tell.</param>
sealed record StoreFigures(long Waiting, DateTimeOffset? WaitingSince, long Unsent, long Aside, long? LogBytes, (long Writes, long Groups)? Commits);
