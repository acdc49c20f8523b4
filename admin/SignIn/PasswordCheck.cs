using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Looks at a name and a password; says nothing of which was wrong, and takes the same time for every answer.</summary>
sealed class PasswordCheck(UserManager<AccountUser> users, Passwords passwords, Attempts attempts, Familiar familiar)
{
    /// <summary>The account, with the attempt counted; null when name or password is wrong, or the account must wait.</summary>
    public async Task<Account?> CheckAsync(HttpContext http, string name, string password, CancellationToken stop)
    {
        var known = await users.FindByNameAsync(name);
        var counted = known is null ? null : await CountAsync(http, known.Account.Id, stop);
        var user = counted is null ? null : new AccountUser(counted);
        return await passwords.FitsAsync(users, user, password) ? user?.Account : null;
    }

    /// <summary>Counts an attempt by another way than the password; null when the account must wait.</summary>
    public Task<Account?> CountAsync(HttpContext http, AccountId id, CancellationToken stop) => attempts.BeginAsync(id, familiar.Knows(http, id), stop);
}
