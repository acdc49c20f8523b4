using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>The store's reminders, watched.</summary>
sealed class WatchedReminders(IReminders reminders, Witness witness) : IReminders
{
    public Task<int> FireAsync(DateTimeOffset now, CancellationToken stop) => witness.SeeAsync(
        reminders.FireAsync(now, stop), (ledger, count) => ledger.Fired(now, count), ledger => ledger.NotFired(now));

    public Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop) => reminders.OfAsync(person, stop);
}
