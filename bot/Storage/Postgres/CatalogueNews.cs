using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Reads rounds and forms anew when any node changed them, and lets the others know how far this one has come.</summary>
sealed class CatalogueNews(PostgresStore store, ICatalogues catalogues, ILogger<CatalogueNews> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(1);
        void Note() => changed.Release();
        store.Listener.RoundsChanged += Note;
        try
        {
            for (var seen = -1L; !stoppingToken.IsCancellationRequested; await changed.WaitAsync(Look, stoppingToken))
                seen = await RefreshAsync(seen, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
        finally
        {
            store.Listener.RoundsChanged -= Note;
        }
    }

    async Task<long> RefreshAsync(long seen, CancellationToken stop)
    {
        try
        {
            var now = await RoundsVersion.ReadAsync(store, stop);
            if (now != seen)
                await catalogues.RefreshAsync(stop);
            await RoundsVersion.TellAsync(store, now, stop);
            return now;
        }
        catch (IOException fault)
        {
            log.LogWarning("Rounds could not be read anew: {Fault}", fault.Message);
            return seen;
        }
    }
}
