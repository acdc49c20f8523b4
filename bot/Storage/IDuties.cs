namespace RbcBot.Bot.Storage;

/// <summary>What only one of all nodes does at a time, such as asking Telegram for updates.</summary>
interface IDuties
{
    /// <summary>Whether the duty is this node's now; it becomes so when it is nobody's, and stays so while the node lives.</summary>
    Task<bool> HasAsync(string duty, CancellationToken stop);
}
