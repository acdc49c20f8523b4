using Microsoft.AspNetCore.Identity;

namespace RbcBot.Admin.SignIn;

/// <summary>Compares passwords, taking the same time whether or not the name is known.</summary>
sealed class Passwords
{
    readonly PasswordHasher<AccountUser> hasher;
    readonly string nobody;

    public Passwords(ConsoleOptions options)
    {
        hasher = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordRounds }));
        nobody = hasher.HashPassword(NoUser, Guid.NewGuid().ToString());
    }

    public IPasswordHasher<AccountUser> Hasher => hasher;

    // The hasher asks for a user and does not look at it.
    static AccountUser NoUser => null!;

    /// <summary>Whether the password is the account's; one that is hashed in an older way is hashed anew. Nobody costs the same time.</summary>
    public async Task<bool> FitsAsync(UserManager<AccountUser> users, AccountUser? user, string password)
    {
        if (password.Length > Core.People.PasswordRule.LongestLength)
            return false;
        if (user is not null)
            return await users.CheckPasswordAsync(user, password);
        hasher.VerifyHashedPassword(NoUser, nobody, password);
        return false;
    }
}
