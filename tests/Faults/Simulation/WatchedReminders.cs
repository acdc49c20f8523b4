using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's reminders, watched.</summary>
sealed class WatchedReminders(IReminders reminders, Witness witness) : IReminders
{
    public Task<int> FireAsync(DateTimeOffset now, CancellationToken stop) => witness.SeeAsync(
        reminders.FireAsync(now, stop), (ledger, count) => ledger.Fired(now, count), ledger => ledger.NotFired(now));
}
