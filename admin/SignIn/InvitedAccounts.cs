using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Links that make an account or renew one, and what comes of them.</summary>
sealed class InvitedAccounts(IInvitations invitations, UserManager<AccountUser> users, Attempts attempts, TimeProvider clock)
{
    /// <summary>Makes the link's secret; the store has only its hash.</summary>
    public async Task<string> InviteAsync(string name, IReadOnlyList<Role> roles, string by, AccountId? renews, CancellationToken stop)
    {
        var (token, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Invitation.ChanceBytes)), clock.GetUtcNow());
        await invitations.KeepAsync(new Invitation(HashOf(token), name, roles, by, now + Invitation.Life) { Renews = renews }, now, stop);
        return token;
    }

    /// <summary>The invitation; null when it is taken, over or made up.</summary>
    public Task<Invitation?> FindAsync(string token, CancellationToken stop) => invitations.FindAsync(HashOf(token), clock.GetUtcNow(), stop);

    /// <summary>Takes the invitation and makes the account, or renews it; null when another was first.</summary>
    /// <param name="password">Held to the rule already.</param>
    public async Task<Account?> TakeAsync(string token, string password, CancellationToken stop) =>
        await invitations.TakeAsync(HashOf(token), clock.GetUtcNow(), stop) is not { } taken ? null
        : taken.Renews is { } id ? await RenewAsync(id, password)
        : await MakeAsync(taken.Name, taken.Roles, taken.By, password);

    /// <summary>Makes an account; null when the name is taken.</summary>
    public async Task<Account?> MakeAsync(string name, IReadOnlyList<Role> roles, string by, string password)
    {
        var id = new AccountId(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var user = new AccountUser(new Account(id, name, roles, "", "", clock.GetUtcNow()) { InvitedBy = by });
        return (await users.CreateAsync(user, password)).Succeeded ? user.Account : null;
    }

    // Who lost her phone has lost her second factor: she sets up a new one, and her roles stay as they are.
    async Task<Account?> RenewAsync(AccountId id, string password)
    {
        if (await users.FindByIdAsync(id.Value) is not { Account.DisabledAt: null } user)
            return null;
        var hash = users.PasswordHasher.HashPassword(user, password);
        return await attempts.ApplyAsync(user.Account, account => account with
        {
            PasswordHash = hash,
            Stamp = Enrolling.NewStamp(),
            TotpSecret = null,
            Passkeys = [],
            RecoveryCodes = [],
        }, CancellationToken.None);
    }

    static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
