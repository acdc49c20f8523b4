using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Reminders;

/// <summary>The clock's own channel: puts what is due into the inbox, each reminder once.</summary>
sealed class ReminderWorker(IReminders reminders, TimeProvider clock, ILogger<ReminderWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryToRemindAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops, or could not start: nothing is wrong with reminders.
        }
    }

    /// <summary>Everything that is due now; a store that fails is tried again with the next tick.</summary>
    public async Task TryToRemindAsync(CancellationToken stop)
    {
        try
        {
            await RemindAsync(stop);
        }
        catch (IOException failure)
        {
            log.LogError(failure, "The store did not take what is due; trying again");
        }
    }

    /// <summary>Everything that is due now, a few hundred at a time.</summary>
    public async Task RemindAsync(CancellationToken stop)
    {
        while (await reminders.FireAsync(clock.GetUtcNow(), stop) > 0)
            stop.ThrowIfCancellationRequested();
    }
}
