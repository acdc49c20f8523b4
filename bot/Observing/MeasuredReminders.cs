using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Observing;

/// <summary>Reminders that are counted when they fire.</summary>
sealed class MeasuredReminders(IReminders reminders) : IReminders
{
    public async Task<int> FireAsync(DateTimeOffset now, CancellationToken stop)
    {
        var fired = await reminders.FireAsync(now, stop);
        if (fired > 0)
            Instruments.Fired(fired);
        return fired;
    }

    public Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop) => reminders.OfAsync(person, stop);
}
