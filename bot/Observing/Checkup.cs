using RbcBot.Core.People.Privacy;

namespace RbcBot.Bot.Observing;

/// <summary>Asks everything that can fail how it is; not more than once a second, however often it is asked itself.</summary>
sealed class Checkup(Readiness readiness, StoreCheck store, ChannelWatch channels, Residency residency, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    readonly SemaphoreSlim one = new(1);
    Diagnosis? last;
    long lastAt;

    public async Task<Diagnosis> AskAsync(CancellationToken stop)
    {
        if (!readiness.IsReady)
            return new Diagnosis([Ailment.Starting]);
        await one.WaitAsync(stop);
        try
        {
            if (last is null || clock.GetElapsedTime(lastAt) > Fresh)
                (last, lastAt) = (new Diagnosis([.. await store.AskAsync(clock.GetUtcNow(), stop), .. channels.Down, .. Abroad]), clock.GetTimestamp());
            return last;
        }
        finally
        {
            one.Release();
        }
    }

    IEnumerable<Ailment> Abroad => residency.IsUnauthorised ? [Ailment.Abroad(residency.Country)] : [];

    public void Dispose() => one.Dispose();
}
