namespace RbcBot.Core.People;

/// <summary>The accounts of the console.</summary>
public interface IAccounts
{
    /// <summary>All of them, by name; empty on first run.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken stop);

    /// <summary>The account; null when there is none.</summary>
    Task<Account?> FindAsync(AccountId id, CancellationToken stop);

    /// <summary>The account of the name, whatever its case; null when there is none.</summary>
    Task<Account?> FindAsync(string name, CancellationToken stop);

    /// <summary>Adds one; false when the name is taken. Durable on return.</summary>
    Task<bool> AddAsync(Account account, CancellationToken stop);

    /// <summary>Replaces the one of the same id and version, and counts the version on; false when it was changed meanwhile. The name stays as it is. Durable on return.</summary>
    Task<bool> ChangeAsync(Account account, CancellationToken stop);
}
