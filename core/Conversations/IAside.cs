using RbcBot.Core.People;

namespace RbcBot.Core.Conversations;

/// <summary>Something that came in and could not be dealt with: kept whole for an operator.</summary>
/// <param name="Id">The inbox's id of the inbound; for what could not be read, made of its bytes.</param>
/// <param name="Channel">The channel it came by.</param>
/// <param name="Person">Whose it is; null when it could not be read.</param>
/// <param name="Inbound">What was said; null when it could not be read.</param>
/// <param name="Payload">The bytes as they came, of what could not be read; null otherwise.</param>
/// <param name="Reason">Why, for an operator; nothing that the person wrote.</param>
public sealed record SetAside(string Id, string Channel, PersonId? Person, Inbound? Inbound, byte[]? Payload, string Reason, DateTimeOffset At);

/// <summary>What was set aside.</summary>
public interface IAside
{
    /// <summary>All of it, oldest first: for commands and checks, not for pages.</summary>
    Task<IReadOnlyList<SetAside>> ListAsync(CancellationToken stop) => PageAsync(isLatestFirst: false, skipped: 0, most: int.MaxValue, stop);

    /// <summary>So many of them behind those that are skipped, by when they were set aside.</summary>
    Task<IReadOnlyList<SetAside>> PageAsync(bool isLatestFirst, int skipped, int most, CancellationToken stop);

    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken stop);

    /// <summary>Keeps a payload that its channel vouches for and nobody here can read; the same bytes are kept once. Durable on return.</summary>
    Task KeepUnreadAsync(string channel, ReadOnlyMemory<byte> payload, string reason, CancellationToken stop);

    /// <summary>Puts the inbound back into the inbox, behind what its person said since, its tries at zero, in one transaction; false when it is not there, or was never readable.</summary>
    Task<bool> ReplayAsync(string id, CancellationToken stop);
}
