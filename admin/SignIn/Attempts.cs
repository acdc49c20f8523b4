using System.Threading.RateLimiting;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Counts what is tried on an account, before it is looked at, and makes it wait longer each time.</summary>
/// <remarks>A browser in which its owner was signed in before does not wait for what others try: it has attempts of its own.</remarks>
sealed class Attempts(IAccounts accounts, Stays stays, TimeProvider clock) : IDisposable
{
    /// <summary>Writes that may come between before we give up.</summary>
    const int Patience = 8;

    readonly PartitionedRateLimiter<AccountId> own = PartitionedRateLimiter.Create<AccountId, AccountId>(
        id => RateLimitPartition.GetFixedWindowLimiter(id, _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInDelay.Free, Window = SignInDelay.Longest }));

    /// <summary>The account as it is now, with the attempt counted; null when it must wait.</summary>
    /// <param name="isFamiliar">Whether the browser is one that the owner used before.</param>
    public async Task<Account?> BeginAsync(AccountId id, bool isFamiliar, CancellationToken stop)
    {
        for (var write = 0; write < Patience; write++)
        {
            if (await accounts.FindAsync(id, stop) is not { DisabledAt: null } account)
                return null;
            if (account.WaitUntil > clock.GetUtcNow())
                return isFamiliar && HasOwn(id) ? account : null;
            if (await ChangeAsync(SignInDelay.Counted(account, clock.GetUtcNow()), stop) is { } counted)
                return counted;
        }
        return null;
    }

    public Task<Account?> HalfwayAsync(Account account, CancellationToken stop) => ApplyAsync(account, SignInDelay.Halfway, stop);

    public Task<Account?> PassedAsync(Account account, CancellationToken stop) => ApplyAsync(account, SignInDelay.Passed, stop);

    /// <summary>Changes an account, whatever was changed meanwhile; null when it is gone or changes without end.</summary>
    public async Task<Account?> ApplyAsync(Account account, Func<Account, Account> change, CancellationToken stop)
    {
        for (var write = 0; write < Patience; write++)
        {
            if (await ChangeAsync(change(account), stop) is { } changed)
                return changed;
            if (await accounts.FindAsync(account.Id, stop) is not { } now)
                return null;
            account = now;
        }
        return null;
    }

    /// <summary>Changes an account as it was read; null when it was changed meanwhile.</summary>
    public async Task<Account?> ChangeAsync(Account account, CancellationToken stop)
    {
        if (!await accounts.ChangeAsync(account, stop))
            return null;
        stays.Forget(account.Id);
        return account with { Version = account.Version + 1 };
    }

    public void Dispose() => own.Dispose();

    bool HasOwn(AccountId id)
    {
        using var lease = own.AttemptAcquire(id);
        return lease.IsAcquired;
    }
}
