namespace RbcBot.Core.People;

/// <summary>Whose a code is. That it is good is known by its person's conversation alone.</summary>
public interface ILinkCodes
{
    /// <summary>Keeps whose the code is, and forgets those that are over by now; durable on return.</summary>
    /// <param name="hash">As LinkCode makes it.</param>
    Task KeepAsync(string hash, PersonId person, DateTimeOffset until, DateTimeOffset now, CancellationToken stop);

    /// <summary>Who asked for the code; null when nobody did, or it is over.</summary>
    Task<PersonId?> OwnerAsync(string hash, DateTimeOffset now, CancellationToken stop);
}
