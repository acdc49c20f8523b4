using RbcBot.Bot.Storage;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Retention;

/// <summary>Once a night one node takes away what has had its time. A night that was missed, or broken off, is made up for at the next look.</summary>
sealed class RetentionWorker(RetentionRun retention, IRetentionReports reports, IDuties duties, TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    const string Duty = "retention";

    /// <summary>The hour in Kigali from which it is night enough.</summary>
    const int Hour = 2;

    static readonly TimeSpan Every = TimeSpan.FromMinutes(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops; what is left goes the next time.
        }
    }

    /// <summary>Runs when it is night and has not been done today; tells whether it did.</summary>
    public async Task<bool> LookAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (KigaliTime.Of(now).Hour < Hour || !await duties.HasAsync(Duty, stop))
            return false;
        if (await reports.LatestAsync(1, stop) is [var last, ..] && last.Lines.Count == Enum.GetValues<RetentionRule>().Length && KigaliTime.Day(last.At) >= KigaliTime.Day(now))
            return false;
        await retention.RunAsync(isTrial: false, "system", stop);
        return true;
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await LookAsync(stop);
        }
        catch (IOException fault)
        {
            log.LogWarning("What has had its time could not be taken away: {Fault}", fault.Message);
        }
    }
}
