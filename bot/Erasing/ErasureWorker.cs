namespace RbcBot.Bot.Erasing;

/// <summary>Finishes erasures, a look a minute.</summary>
sealed class ErasureWorker(FinishErasures finish, TimeProvider clock, ILogger<ErasureWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops; at the next start it goes on.
        }
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await finish.RunAsync(stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogError("An erasure could not be finished, and is tried again: {Fault}", fault.Message);
        }
    }
}
