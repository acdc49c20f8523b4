using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>Reminders that wait for their time.</summary>
public interface IReminders
{
    /// <summary>Puts what is due by now into the inbox, each as an inbound with an id of its own (key and due time), and takes it off the list, in one transaction; some hundreds at once, the longest due first. Tells how many.</summary>
    Task<int> FireAsync(DateTimeOffset now, CancellationToken stop);

    /// <summary>What waits for a person, the soonest first.</summary>
    Task<IReadOnlyList<Reminder>> OfAsync(PersonId person, CancellationToken stop);
}
