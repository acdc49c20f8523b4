using Npgsql;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>Hears what other nodes tell. When the connection was cut, everything is looked at, since notes may have been missed.</summary>
sealed class NewsListener : IDisposable
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    readonly NpgsqlDataSource source;
    readonly PostgresStore store;
    readonly ILogger log;
    readonly CancellationTokenSource stopping = new();
    readonly Task loop;

    public NewsListener(NpgsqlDataSource source, PostgresStore store, ILogger log)
    {
        (this.source, this.store, this.log) = (source, store, log);
        loop = RunAsync(stopping.Token);
    }

    /// <summary>Something was said to the address of the key; null when notes may have been missed.</summary>
    public event Action<string?>? Said;

    /// <summary>Who was at the address of the key is erased; null when notes may have been missed.</summary>
    public event Action<string?>? Erased;

    /// <summary>Rounds or forms have changed, or may have.</summary>
    public event Action? RoundsChanged;

    public void Dispose()
    {
        stopping.Cancel();
        loop.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Wait();
        source.Dispose();
        stopping.Dispose();
    }

    async Task RunAsync(CancellationToken stop)
    {
        for (var isFirst = true; !stop.IsCancellationRequested; isFirst = false)
        {
            try
            {
                await ListenAsync(isFirst, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (ServerFault.Is(fault))
            {
                log.LogWarning("Other nodes are not heard for a moment: {Fault}", fault.Message);
                await Task.Delay(Again, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task ListenAsync(bool isFirst, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, note) => Hear(note.Payload);
        await using (var command = new NpgsqlCommand($"listen {News.Channel}", connection))
            await command.ExecuteNonQueryAsync(stop);
        if (!isFirst)
            HearAll();
        while (true)
            await connection.WaitAsync(stop);
    }

    void HearAll()
    {
        store.Lanes.PokeAll();
        Said?.Invoke(null);
        Erased?.Invoke(null);
        RoundsChanged?.Invoke();
    }

    void Hear(string news)
    {
        var (kind, keys) = News.Read(news);
        foreach (var key in keys)
            if (kind == News.Work)
                store.Lanes.Poke(key);
            else if (kind == News.Said)
                Said?.Invoke(key);
            else if (kind == News.Erased)
                Erased?.Invoke(key);
        if (kind == News.Rounds)
            RoundsChanged?.Invoke();
    }
}
