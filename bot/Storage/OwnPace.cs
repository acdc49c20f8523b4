namespace RbcBot.Bot.Storage;

/// <summary>The pace of the only node.</summary>
sealed class OwnPace(TimeProvider clock) : ISharedPace
{
    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> lines = [];

    // A bucket is one moment: when it would be empty again. A message goes when that is less than the burst away.
    public ValueTask<TimeSpan> ReserveAsync(string line, int perSecond, TimeSpan longest, CancellationToken stop)
    {
        var each = TimeSpan.FromSeconds(1) / perSecond;
        lock (door)
        {
            var now = clock.GetUtcNow();
            var empty = lines.GetValueOrDefault(line) is var known && known > now ? known : now;
            var wait = empty - each * (perSecond - 1) - now;
            lines[line] = wait <= longest ? empty + each : empty;
            return ValueTask.FromResult(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
    }
}
