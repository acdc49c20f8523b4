namespace RbcBot.Bot.Storage;

/// <summary>The pace of the only node.</summary>
sealed class OwnPace(TimeProvider clock) : ISharedPace
{
    readonly Lock door = new();
    readonly Dictionary<string, DateTimeOffset> free = [];

    public ValueTask<TimeSpan> ReserveAsync(string line, TimeSpan each, TimeSpan longest, CancellationToken stop)
    {
        lock (door)
        {
            var now = clock.GetUtcNow();
            var moment = free.GetValueOrDefault(line) is var known && known > now ? known : now;
            if (moment - now <= longest)
                free[line] = moment + each;
            return ValueTask.FromResult(moment - now);
        }
    }
}
