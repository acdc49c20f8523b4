namespace RbcBot.Core.People;

/// <summary>Who is in the console.</summary>
public interface IStays
{
    /// <summary>Keeps a new one, and forgets those that are over by now; durable on return.</summary>
    Task AddAsync(Stay stay, DateTimeOffset now, CancellationToken stop);

    /// <summary>Replaces the one of the same key; false when it is gone, and then it stays gone.</summary>
    Task<bool> ChangeAsync(Stay stay, CancellationToken stop);

    /// <summary>The stay with its account, in one read; null when there is none.</summary>
    Task<SignedIn?> FindAsync(string key, CancellationToken stop);

    /// <summary>Those of an account, the latest first.</summary>
    Task<IReadOnlyList<Stay>> OfAsync(AccountId account, CancellationToken stop);

    /// <summary>Ends one.</summary>
    Task DropAsync(string key, CancellationToken stop);

    /// <summary>Ends all of an account.</summary>
    Task DropAllAsync(AccountId account, CancellationToken stop);
}

/// <summary>A stay and whose it is.</summary>
public sealed record SignedIn(Stay Stay, Account Account);
