using System.Diagnostics.Metrics;
using RbcBot.Bot.Storage;
using RbcBot.Core.Safety;

namespace RbcBot.Bot.Observing;

/// <summary>What is looked at when somebody asks: how much waits, how much room there is.</summary>
sealed class Gauges : IDisposable
{
    readonly IStoreFigures store;
    readonly TimeProvider clock;
    readonly ISafetyAlerts? alerts;
    readonly Meter meter = new(Instruments.Meter);
    StoreFigures? latest;
    IReadOnlyList<SafetyAlert>? unseen;

    public Gauges(IStoreFigures store, FreeDisk disk, TimeProvider clock, ISafetyAlerts? alerts = null)
    {
        (this.store, this.clock, this.alerts) = (store, clock, alerts);
        Add("rbcbot.inbox.waiting", "{message}", "Messages that wait for their turn", () => latest?.Waiting);
        Add("rbcbot.inbox.age", "s", "How long the oldest of them has waited", () => latest is null ? null : Age(latest));
        Add("rbcbot.outbox.unsent", "{message}", "Messages that are still to be sent", () => latest?.Unsent);
        Add("rbcbot.aside", "{message}", "Messages that lie aside for an operator", () => latest?.Aside);
        Add("rbcbot.safety.unseen", "{alert}", "Alerts of safeguarding that nobody has looked at", () => unseen?.Count);
        Add("rbcbot.safety.age", "s", "How long the oldest of them has waited", () => unseen is null ? null : unseen.Count == 0 ? 0 : Math.Max(0, unseen[0].Waited(clock.GetUtcNow()).TotalSeconds));
        Add("rbcbot.storage.log", "By", "Length of the log that commits go into", () => latest?.LogBytes);
        Count("rbcbot.commit.writes", "{write}", "Writes that were committed", () => latest?.Commits?.Writes);
        Count("rbcbot.commit.groups", "{group}", "Groups of writes that shared one flush", () => latest?.Commits?.Groups);
        Add("rbcbot.disk.free", "By", "Free space on the disk of the storage folder", () => disk.Bytes);
        Add("rbcbot.process.memory", "By", "Memory that the process holds", () => Environment.WorkingSet);
    }

    /// <summary>Asks the store anew; what it cannot tell now is not told at all.</summary>
    public async Task RefreshAsync(CancellationToken stop)
    {
        try
        {
            latest = await store.ReadAsync(stop);
            unseen = alerts is null ? null : await alerts.UnseenAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            (latest, unseen) = (null, null);
        }
    }

    public void Dispose() => meter.Dispose();

    double Age(StoreFigures figures) => figures.WaitingSince is { } since ? Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds) : 0;

    void Add(string name, string unit, string description, Func<double?> look) =>
        meter.CreateObservableGauge(name, () => Measured(look()), unit, description);

    void Count(string name, string unit, string description, Func<long?> look) =>
        meter.CreateObservableCounter(name, () => Measured(look()), unit, description);

    static IEnumerable<Measurement<T>> Measured<T>(T? value) where T : struct => value is { } known ? [new Measurement<T>(known)] : [];
}
