namespace RbcBot.Bot.Storage;

/// <summary>How fast all nodes together may speak to a provider: 25 messages a second, 25 at once.</summary>
interface ISharedPace
{
    /// <summary>Reserves the next free moment and tells how long until then; reserves nothing when that is longer than the longest.</summary>
    ValueTask<TimeSpan> ReserveAsync(TimeSpan longest, CancellationToken stop);
}
