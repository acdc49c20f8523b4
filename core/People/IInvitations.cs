namespace RbcBot.Core.People;

/// <summary>The invitations that nobody has taken yet.</summary>
public interface IInvitations
{
    /// <summary>Keeps it, and forgets those that are over by now and an older one of the same name; durable on return.</summary>
    Task KeepAsync(Invitation invitation, DateTimeOffset now, CancellationToken stop);

    /// <summary>The invitation; null when there is none, or it is over.</summary>
    Task<Invitation?> FindAsync(string hash, DateTimeOffset now, CancellationToken stop);

    /// <summary>Takes it, so that nobody else can; null when it was taken, or is over.</summary>
    Task<Invitation?> TakeAsync(string hash, DateTimeOffset now, CancellationToken stop);

    /// <summary>Those that are good now, by name.</summary>
    Task<IReadOnlyList<Invitation>> ListAsync(DateTimeOffset now, CancellationToken stop);
}
