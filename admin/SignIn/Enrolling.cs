using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Sets up or takes away a second factor: the account's other stays end, this one goes on under a new id.</summary>
sealed class Enrolling(UserManager<AccountUser> users, Attempts attempts, Entering entering, AccountNotes notes)
{
    /// <summary>Adds the app whose secret waits in the stay.</summary>
    /// <param name="step">Of the code that proved it: good once, too.</param>
    /// <returns>Recovery codes to show, once; empty when there are some already.</returns>
    public Task<IReadOnlyList<string>> AddAppAsync(HttpContext http, SignedIn who, long step, CancellationToken stop) =>
        AddAsync(http, who, who.Account, account => account with { TotpSecret = who.Stay.Pending, LastTotpStep = step }, stop);

    /// <inheritdoc cref="AddAppAsync"/>
    public async Task<IReadOnlyList<string>> AddPasskeyAsync(HttpContext http, SignedIn who, UserPasskeyInfo passkey, CancellationToken stop)
    {
        var user = await users.FindByIdAsync(who.Account.Id.Value) ?? throw new InvalidOperationException("An account is never deleted.");
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return await AddAsync(http, who, user.Account, static account => account, stop);
    }

    /// <summary>Changes the second factor of who is in.</summary>
    public async Task ChangeAsync(HttpContext http, SignedIn who, Func<Account, Account> change, CancellationToken stop)
    {
        var changed = await attempts.ApplyAsync(who.Account, account => change(account) with { Stamp = NewStamp() }, stop) ?? who.Account;
        await notes.NoteAsync(changed, "factor.changed", AuditOutcome.Done, stop);
        await entering.OpenAsync(http, changed, stop, isNew: who.Stay.Stage != StayStage.Full);
    }

    public static string NewStamp() => Guid.NewGuid().ToString("N");

    async Task<IReadOnlyList<string>> AddAsync(HttpContext http, SignedIn who, Account now, Func<Account, Account> add, CancellationToken stop)
    {
        var codes = now.RecoveryCodes.Count > 0 ? [] : Authenticators.NewCodes();
        string[] hashes = [.. codes.Select(code => RecoveryCode.Hash(now.Id, code))];
        await ChangeAsync(http, who with { Account = now }, account => add(hashes.Length > 0 ? account with { RecoveryCodes = hashes } : account), stop);
        return codes;
    }
}
