using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>What an administrator does to an account; one who may sign in as administrator is always left.</summary>
sealed class AccountActs(IAccounts accounts, Stays stays, Attempts attempts, AccountNotes notes)
{
    public static IReadOnlyList<Role> RolesIn(IFormCollection form) =>
        [.. Enum.GetValues<Role>().Where(role => form["role"].Contains(role.ToString()))];

    public Task<IResult> ChangeRolesAsync(HttpContext http, string id, IReadOnlyList<Role> roles, CancellationToken stop) => roles.Count == 0
        ? AccountPages.ShowAsync(id, accounts, stays, "console.account.roles.none", stop)
        : ChangeAsync(http, id, "account.roles", account => account with { Roles = roles }, string.Join(' ', roles), stop);

    /// <param name="at">Null to let her in again.</param>
    public Task<IResult> DisableAsync(HttpContext http, string id, DateTimeOffset? at, CancellationToken stop) => ChangeAsync(
        http, id, at is null ? "account.enabled" : "account.disabled", account => account with { DisabledAt = at }, null, stop);

    async Task<IResult> ChangeAsync(HttpContext http, string id, string act, Func<Account, Account> change, string? reason, CancellationToken stop)
    {
        if (await accounts.FindAsync(new AccountId(id), stop) is not { } account)
            return Pages.Problem("404.15", "console.account.none");
        if (IsInCharge(account) && !IsInCharge(change(account)) && !await HasAnotherAsync(account, stop))
            return await AccountPages.ShowAsync(id, accounts, stays, "console.account.last", stop);
        // A new stamp ends every stay of the account: what she may do is decided when she comes in.
        await attempts.ApplyAsync(account, one => change(one) with { Stamp = Enrolling.NewStamp() }, stop);
        await notes.NoteAsync(http, act, id, stop, reason);
        return Pages.SeeOther($"/console/accounts/{Uri.EscapeDataString(id)}");
    }

    async Task<bool> HasAnotherAsync(Account account, CancellationToken stop) =>
        (await accounts.ListAsync(stop)).Any(other => other.Id != account.Id && IsInCharge(other));

    static bool IsInCharge(Account account) => account.DisabledAt is null && account.Roles.Contains(Role.Administrator);
}
