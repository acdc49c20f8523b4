namespace RbcBot.Bot.Storage;

/// <summary>The pace of the only node.</summary>
sealed class OwnPace(TimeProvider clock) : ISharedPace
{
    public static readonly TimeSpan Each = TimeSpan.FromSeconds(1) / 25;
    public const int AtOnce = 25;

    readonly Lock door = new();
    DateTimeOffset empty;

    // The bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    public ValueTask<TimeSpan> ReserveAsync(TimeSpan longest, CancellationToken stop)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            empty = empty > now ? empty : now;
            var wait = empty - Each * (AtOnce - 1) - now;
            if (wait <= longest)
                empty += Each;
            return ValueTask.FromResult(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }
}
