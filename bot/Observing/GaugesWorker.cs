namespace RbcBot.Bot.Observing;

/// <summary>Keeps the gauges fresh for collectors that are sent to; who scrapes has them looked at anew each time.</summary>
sealed class GaugesWorker(Gauges gauges, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await gauges.RefreshAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }
}
