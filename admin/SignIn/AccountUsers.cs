using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Our accounts as ASP.NET Core Identity asks for them: names, passwords, stamps, passkeys. What else an account has is not Identity's.</summary>
sealed class AccountUsers(IAccounts accounts, Stays stays, TimeProvider clock)
    : IUserPasswordStore<AccountUser>, IUserSecurityStampStore<AccountUser>, IUserPasskeyStore<AccountUser>
{
    static readonly IdentityError Changed = new() { Code = "Changed", Description = "The account was changed meanwhile." };
    static readonly IdentityError Taken = new() { Code = nameof(IdentityErrorDescriber.DuplicateUserName), Description = "The name is taken." };

    public Task<string> GetUserIdAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Id.Value);

    public Task<string?> GetUserNameAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name);

    public Task SetUserNameAsync(AccountUser user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException("A name is never changed.");

    public Task<string?> GetNormalizedUserNameAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Name.ToUpperInvariant());

    // The store normalizes by itself.
    public Task SetNormalizedUserNameAsync(AccountUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IdentityResult> CreateAsync(AccountUser user, CancellationToken cancellationToken) =>
        await accounts.AddAsync(user.Account, cancellationToken) ? IdentityResult.Success : IdentityResult.Failed(Taken);

    public async Task<IdentityResult> UpdateAsync(AccountUser user, CancellationToken cancellationToken)
    {
        if (!await accounts.ChangeAsync(user.Account, cancellationToken))
            return IdentityResult.Failed(Changed);
        user.Account = user.Account with { Version = user.Account.Version + 1 };
        stays.Forget(user.Account.Id);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(AccountUser user, CancellationToken cancellationToken) => throw new NotSupportedException("An account is disabled, never deleted: the audit names it.");

    public async Task<AccountUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Of(await accounts.FindAsync(new AccountId(userId), cancellationToken));

    public async Task<AccountUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Of(await accounts.FindAsync(normalizedUserName, cancellationToken));

    public Task SetPasswordHashAsync(AccountUser user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(user, user.Account with { PasswordHash = passwordHash ?? "" });

    public Task<string?> GetPasswordHashAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash.Length > 0);

    public Task SetSecurityStampAsync(AccountUser user, string stamp, CancellationToken cancellationToken) => Set(user, user.Account with { Stamp = stamp });

    public Task<string?> GetSecurityStampAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.Stamp);

    public Task AddOrUpdatePasskeyAsync(AccountUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        var known = user.Account.Passkeys.FirstOrDefault(one => one.Id == id);
        var kept = new Passkey(id, Convert.ToBase64String(passkey.PublicKey), passkey.Name ?? known?.Name ?? "", known?.Since ?? clock.GetUtcNow(), passkey.SignCount)
        {
            Transports = passkey.Transports ?? [],
            CanBeBackedUp = passkey.IsBackupEligible,
            IsBackedUp = passkey.IsBackedUp,
        };
        return Set(user, user.Account with { Passkeys = [.. user.Account.Passkeys.Where(one => one.Id != id), kept] });
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(AccountUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Account.Passkeys.Select(Of)]);

    public async Task<AccountUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Of((await accounts.ListAsync(cancellationToken)).FirstOrDefault(account => account.Passkeys.Any(one => one.Id == Base64Url.EncodeToString(credentialId))));

    public Task<UserPasskeyInfo?> FindPasskeyAsync(AccountUser user, byte[] credentialId, CancellationToken cancellationToken) => Task.FromResult(
        user.Account.Passkeys.FirstOrDefault(one => one.Id == Base64Url.EncodeToString(credentialId)) is { } passkey ? Of(passkey) : null);

    public Task RemovePasskeyAsync(AccountUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(user, user.Account with { Passkeys = [.. user.Account.Passkeys.Where(one => one.Id != Base64Url.EncodeToString(credentialId))] });

    public void Dispose()
    {
        // Nothing is held.
    }

    static Task Set(AccountUser user, Account account)
    {
        user.Account = account;
        return Task.CompletedTask;
    }

    static AccountUser? Of(Account? account) => account is null ? null : new AccountUser(account);

    // What a device attests of its making is not kept: no rule here depends on it.
    static UserPasskeyInfo Of(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.Id), Convert.FromBase64String(passkey.PublicKey), passkey.Since, (uint)passkey.SignCount, [.. passkey.Transports],
        isUserVerified: true, passkey.CanBeBackedUp, passkey.IsBackedUp, [], [])
    {
        Name = passkey.Name,
    };
}
