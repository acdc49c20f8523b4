using System.Runtime.InteropServices;

namespace RbcBot.Bot.Observing;

/// <summary>Gives back what a start or a storm has left in memory, once the bot is at rest: a machine that is shared has better uses for it.</summary>
sealed class RestWorker(TimeProvider clock) : BackgroundService
{
    const long Megabyte = 1024 * 1024;

    /// <summary>How often we look.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Whoever makes less than this between two looks is at rest: a turn takes less than 0.1 MB.</summary>
    const long AtRest = Megabyte;

    /// <summary>Less than this is not worth a pause of everybody.</summary>
    const long WorthAPause = 16 * Megabyte;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        var (collected, before) = (0L, GC.GetTotalAllocatedBytes());
        try
        {
            for (; await timer.WaitForNextTickAsync(stoppingToken); before = GC.GetTotalAllocatedBytes())
                if (before is var made && GC.GetTotalAllocatedBytes() - made < AtRest && made - collected > WorthAPause)
                {
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                    GiveBackTheRest();
                    collected = made;
                }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    // What the compiler, OpenSSL and others asked for and let go stays with the C library until it is told.
    static void GiveBackTheRest()
    {
        try
        {
            _ = Trim(0);
        }
        catch (Exception failure) when (failure is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library than glibc: it keeps what it keeps.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    static extern int Trim(nuint rest);
}
