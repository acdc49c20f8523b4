using RbcBot.Bot.Storage;

namespace RbcBot.Bot.Observing;

/// <summary>What is wrong with the store, its disk, or with how it is served.</summary>
/// <param name="leastFree">Bytes that must be free on its disk.</param>
sealed class StoreCheck(IStoreHealth health, IStoreFigures figures, FreeDisk disk, long leastFree)
{
    /// <summary>A turn takes milliseconds; what waits a minute waits for something that is broken.</summary>
    static readonly TimeSpan OldBacklog = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Ailment>> AskAsync(DateTimeOffset now, CancellationToken stop)
    {
        List<Ailment> found = [];
        if (await health.AskAsync(stop) is { } trouble)
            found.Add(Of(trouble));
        if (disk.Bytes is { } free && free < leastFree)
            found.Add(Ailment.DiskLow(free, leastFree));
        if (await WaitingSinceAsync(stop) is { } since && now - since > OldBacklog)
            found.Add(Ailment.BacklogOld(now - since));
        return found;
    }

    static Ailment Of(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Broken => Ailment.StoreBroken,
        StoreTrouble.ReadOnly => Ailment.StoreReadOnly,
        StoreTrouble.Struggling => Ailment.StoreStruggling,
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, null),
    };

    // A store that cannot even count has said so above.
    async Task<DateTimeOffset?> WaitingSinceAsync(CancellationToken stop)
    {
        try
        {
            return (await figures.ReadAsync(stop)).WaitingSince;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return null;
        }
    }
}
