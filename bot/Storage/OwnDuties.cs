namespace RbcBot.Bot.Storage;

/// <summary>The duties of the only node: all of them.</summary>
sealed class OwnDuties : IDuties
{
    public Task<bool> HasAsync(string duty, CancellationToken stop) => Task.FromResult(true);
}
