namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Forgets ids that are older than any provider brings a message again, some thousands at a time; what still waits is kept. Folds counts.</summary>
sealed class Purge(PostgresStore store, IDuties duties, TimeProvider clock, ILogger<Purge> log) : BackgroundService
{
    const int AtATime = 5000;
    const string Duty = "purge";

    static readonly TimeSpan Kept = TimeSpan.FromDays(10);
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    const string Forget = """
        delete from inbox where ctid = any(array(
            select i.ctid from inbox i where i.at < $1
            and not exists (select from waiting w where w.person = i.person and substr(w.id, 1, 16) = i.id) limit $2))
        """;

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
            // The node stops.
        }
    }

    /// <summary>Forgets all that is old by now; tells how many.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var (all, some) = (0, 0);
        do
        {
            some = await store.RunAsync(Forget, stop, Column.Long((clock.GetUtcNow() - Kept).UtcTicks), Column.Number(AtATime));
            all += some;
        }
        while (some == AtATime);
        await store.RunAsync(RegisterStatements.Fold, stop);
        return all;
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            if (await duties.HasAsync(Duty, stop))
                await RunAsync(stop);
        }
        catch (IOException fault)
        {
            log.LogWarning("Old ids could not be forgotten: {Fault}", fault.Message);
        }
    }
}
