using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>Conversations, read and committed a turn at a time.</summary>
public interface ITurns
{
    /// <summary>The conversation of the person; a new one at the address when there is none.</summary>
    Task<Conversation> LoadAsync(PersonId person, Address address, CancellationToken stop);

    /// <summary>One transaction, durable on return: conversation, sessions, facts, messages, reminders, and the inbound handled.</summary>
    /// <exception cref="InvalidOperationException">The inbound was handled already, or its lane is another node's now: nothing was changed.</exception>
    Task CommitAsync(Waiting handled, Turn turn, CancellationToken stop);

    /// <summary>Sets the inbound aside with the reason and commits the turn that tells its person so, in one transaction.</summary>
    /// <exception cref="InvalidOperationException">As for CommitAsync.</exception>
    Task SetAsideAsync(Waiting handled, Turn apology, string reason, CancellationToken stop);
}

/// <summary>Sessions and facts as pages, exports and reports read them.</summary>
public interface IRecords
{
    /// <summary>All sessions with the subject (a round's code or a lesson's id), oldest first.</summary>
    Task<IReadOnlyList<Session>> SessionsAsync(string subject, CancellationToken stop);

    /// <summary>The sessions with the subject, without their answers and oldest first: what an export chooses from.</summary>
    Task<IReadOnlyList<SessionLine>> LinesAsync(string subject, CancellationToken stop);

    /// <summary>The sessions of these lines in their order, a few in memory at a time; one that is gone is left out.</summary>
    IAsyncEnumerable<Session> StreamAsync(IReadOnlyList<SessionLine> lines, CancellationToken stop);

    /// <summary>All sessions of a flow: interview, application, feedback, test or lesson.</summary>
    Task<IReadOnlyList<Session>> SessionsOfFlowAsync(string flow, CancellationToken stop);

    /// <summary>How many sessions each subject has: begun and submitted.</summary>
    Task<IReadOnlyDictionary<string, (int Begun, int Submitted)>> CountsAsync(CancellationToken stop);

    /// <summary>Every conversation, without its sessions; those of people who turned out to be somebody else are left out.</summary>
    Task<IReadOnlyList<Conversation>> ConversationsAsync(CancellationToken stop);

    /// <summary>One conversation, without its sessions; null when nobody has the id.</summary>
    Task<Conversation?> ConversationAsync(PersonId person, CancellationToken stop);

    /// <summary>Facts about who a person is, oldest first: that she was joined with somebody or parted, from whichever side, or left an address.</summary>
    Task<IReadOnlyList<Fact>> IdentityAsync(PersonId person, CancellationToken stop);

    /// <summary>All facts, oldest first.</summary>
    Task<IReadOnlyList<Fact>> FactsAsync(CancellationToken stop);

    /// <summary>A person's addresses, the first one first; of who writes from an address that is another lane's, those she wrote from. Empty when nobody has the id.</summary>
    Task<IReadOnlyList<Address>> AddressesAsync(PersonId person, CancellationToken stop);
}

/// <summary>A session in a list of very many.</summary>
/// <param name="Key">What the store finds it by.</param>
/// <param name="Session">All of it but its answers.</param>
public sealed record SessionLine(string Key, Session Session);
