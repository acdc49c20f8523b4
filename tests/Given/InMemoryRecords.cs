using System.Runtime.CompilerServices;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Identity;
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

    public Task<IReadOnlyList<SessionLine>> LinesAsync(string subject, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<SessionLine>>([.. Sessions.Where(session => session.Subject == subject).OrderBy(session => session.Started)
            .Select(session => new SessionLine(session.Id, session with { Answers = [], Submission = [], Asked = null }))]);

    public async IAsyncEnumerable<Session> StreamAsync(IReadOnlyList<SessionLine> lines, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var line in lines)
            if (Sessions.FirstOrDefault(session => session.Id == line.Key) is { } session)
                yield return session;
    }

    public Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Session>>([.. Sessions.Where(session => session.Flow == flow)]);

    public Task<IReadOnlyDictionary<string, (int Begun, int Submitted)>> CountsAsync(CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, (int Begun, int Submitted)>>(Sessions.GroupBy(session => session.Subject).ToDictionary(
            subject => subject.Key, subject => (subject.Count(), subject.Count(session => session.Submitted is not null))));

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Conversation>>([.. Conversations]);

    public Task<Conversation?> ConversationAsync(PersonId person, CancellationToken stop) => Task.FromResult(Conversations.FirstOrDefault(talk => talk.Person == person));

    public Task<IReadOnlyList<Fact>> IdentityAsync(PersonId person, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Fact>>([.. Facts.Where(fact => IdentityFacts.Of(fact).Any(one => one.Person == person))]);

    public Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<Fact>>([.. Facts]);

    public Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Address>>([.. Conversations.Where(talk => talk.Person == person).Select(talk => talk.Address)]);
}
