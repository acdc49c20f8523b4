using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>An inbound that waits for its turn, with the person it belongs to.</summary>
/// <param name="Id">The inbox's own id.</param>
/// <param name="Tries">How often its turn was tried before.</param>
public sealed record Waiting(string Id, PersonId Person, Inbound Inbound, int Tries)
{
    /// <summary>When it was accepted; null when the store does not tell, as after a start.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Everything said, on disk before anybody is told so, taken once, in order, one lane a person.</summary>
public interface IInbox
{
    /// <summary>Whether more waits than can be served soon, or the disk is nearly full: a channel that will bring its messages again says so and takes none; one that will not, accepts all the same.</summary>
    bool IsFull { get; }

    /// <summary>Whether so much waits that what comes now has its turn some seconds later.</summary>
    bool IsBehind => false;

    /// <summary>Keeps the inbound; it is durable on return. False when the same (address, external id) is there already: then nothing changes.</summary>
    Task<bool> AcceptAsync(Inbound inbound, CancellationToken stop);

    /// <summary>Waits for the next inbound of a person whom nobody serves; that person's lane is held until the turn is committed, set aside or released.</summary>
    ValueTask<Waiting> NextAsync(CancellationToken stop);

    /// <summary>Gives the lane free without handling: the inbound will come again, its tries one higher.</summary>
    Task ReleaseAsync(Waiting waiting, CancellationToken stop);

    /// <summary>Ids of what was accepted and has not had its turn yet.</summary>
    Task<IReadOnlyList<string>> UnhandledAsync(CancellationToken stop);

    /// <summary>Sets a poison inbound aside with the reason and frees the lane; where its person can be told so, ITurns does both at once.</summary>
    Task SetAsideAsync(Waiting waiting, string reason, CancellationToken stop);
}
