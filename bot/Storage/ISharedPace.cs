namespace RbcBot.Bot.Storage;

/// <summary>How fast all nodes together may speak to a provider.</summary>
interface ISharedPace
{
    /// <summary>Reserves the next free moment and tells how long until then; reserves nothing when that is longer than the longest.</summary>
    /// <param name="line">The provider's line, such as telegram; each has a pace of its own.</param>
    /// <param name="each">From one moment to the next. There is no burst: what goes at once would stand beside what follows in the provider's second.</param>
    ValueTask<TimeSpan> ReserveAsync(string line, TimeSpan each, TimeSpan longest, CancellationToken stop);
}
