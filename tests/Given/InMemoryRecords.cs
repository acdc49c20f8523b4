using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Tests.Given;

/// <summary>Sessions, facts and conversations in lists, for pages that read.</summary>
sealed class InMemoryRecords : IRecords
{
    public List<Session> Sessions { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<Fact> Facts { get; } = [];

    public Task<IReadOnlyList<Session>> SessionsAsync(string subject, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Session>>([.. Sessions.Where(session => session.Subject == subject)]);

    public Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Session>>([.. Sessions.Where(session => session.Flow == flow)]);

    public Task<IReadOnlyDictionary<string, (int Begun, int Submitted)>> CountsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, (int Begun, int Submitted)>>(Sessions.GroupBy(session => session.Subject).ToDictionary(
            subject => subject.Key, subject => (subject.Count(), subject.Count(session => session.Submitted is not null))));

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Conversation>>([.. Conversations]);

    public Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Fact>>([.. Facts]);

    public Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Address>>([.. Conversations.Where(talk => talk.Person == person).Select(talk => talk.Address)]);
}
