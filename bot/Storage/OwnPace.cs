namespace RbcBot.Bot.Storage;

/// <summary>The pace of the only node.</summary>
sealed class OwnPace(TimeProvider clock) : ISharedPace
{
    readonly Lock door = new();
    DateTimeOffset empty;

    // The bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    public ValueTask<TimeSpan> ReserveAsync(int perSecond, TimeSpan longest, CancellationToken stop)
    {
        var each = TimeSpan.FromSeconds(1) / perSecond;
        lock (door)
        {
            var now = clock.GetUtcNow();
            empty = empty > now ? empty : now;
            var wait = empty - each * (perSecond - 1) - now;
            if (wait <= longest)
                empty += each;
            return ValueTask.FromResult(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }
}
