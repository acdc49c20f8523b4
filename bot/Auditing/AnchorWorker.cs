using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Auditing;

/// <summary>Writes down once a day where the audit trail stands, into the folder and into the log, from where it can be kept elsewhere.</summary>
sealed class AnchorWorker(IAuditTrail trail, AuditKeys keys, AnchorFolder folder, TimeProvider clock, ILogger<AnchorWorker> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

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
            // The bot stops.
        }
    }

    /// <summary>Writes today's anchor, unless it is there or nothing was noted yet.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (folder.Has(now) || await trail.HeadAsync(stop) is not { Seq: > 0 } head)
            return;
        var anchor = AuditAnchor.Of(head, now, keys);
        folder.Write(anchor);
        log.LogInformation("Audit anchor of today: {Anchor}", anchor);
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunAsync(stop);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning("The audit anchor of today could not be written: {Fault}", fault.Message);
        }
    }
}
