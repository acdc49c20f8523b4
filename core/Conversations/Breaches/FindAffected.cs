using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Breaches;

/// <summary>Finds the people whom a breach touched.</summary>
public sealed class FindAffected(IRecords records)
{
    public async Task<IReadOnlyList<Conversation>> RunAsync(AffectedPeople whom, CancellationToken stop)
    {
        var people = whom.Subject.Length > 0 ? (await records.SessionsAsync(whom.Subject, stop)).Select(session => session.Person).ToHashSet() : null;
        return [.. (await records.ConversationsAsync(stop)).Where(conversation => (people is null || people.Contains(conversation.Person)) && IsOn(conversation, whom.Channel))];
    }

    static bool IsOn(Conversation conversation, string channel) =>
        channel.Length == 0 || conversation.Address.Channel == channel || conversation.Reaches.Any(reach => reach.Address.Channel == channel);
}
