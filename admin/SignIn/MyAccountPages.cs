using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.SignIn;

/// <summary>One's own account: password, second factor, recovery codes, sessions, language.</summary>
static class MyAccountPages
{
    const string Here = "/console/account";

    public static void MapMyAccount(IEndpointRouteBuilder console)
    {
        var pages = console.MapGroup("").WithMetadata(new Needs(Right.OwnAccount));
        pages.MapGet("/account", (HttpContext http, Stays stays, string? done, CancellationToken stop) => ShowAsync(http, stays, null, done is not null, stop));
        pages.MapPost("/account/password", PasswordAsync);
        pages.MapPost("/account/language", LanguageAsync);
        pages.MapPost("/account/stays/end", EndAsync);
        pages.MapPost("/account/app/remove", (HttpContext http, Stays stays, Enrolling enrolling, CancellationToken stop) =>
            RemoveAsync(http, stays, enrolling, account => account with { TotpSecret = null }, stop)).AddEndpointFilter(new SureGuard("factor.app", up: 2)).AddEndpointFilter<ProofGuard>();
        pages.MapPost("/account/passkeys/remove", async (HttpContext http, Stays stays, Enrolling enrolling, CancellationToken stop) =>
        {
            var id = (await http.Request.ReadFormAsync(stop))["id"].ToString();
            return await RemoveAsync(http, stays, enrolling, account => account with { Passkeys = [.. account.Passkeys.Where(passkey => passkey.Id != id)] }, stop);
        }).AddEndpointFilter(new SureGuard("factor.passkey", up: 2)).AddEndpointFilter<ProofGuard>();
        pages.MapPost("/account/codes", CodesAsync).AddEndpointFilter(new SureGuard("factor.codes")).AddEndpointFilter<ProofGuard>();
        // The guard has asked for the proof; what is left is to go on.
        pages.MapPost("/proof", async (HttpContext http, CancellationToken stop) => Pages.SeeOther(LocalPath.Of((await http.Request.ReadFormAsync(stop))["to"]))).AddEndpointFilter<ProofGuard>();
    }

    static async Task<IResult> ShowAsync(HttpContext http, Stays stays, string? complaint, bool isDone, CancellationToken stop)
    {
        if (await stays.CurrentAsync(http, stop) is not { } who)
            return Pages.SeeOther("/console/sign-in");
        return Pages.Show<MyAccountPage>(
            new MyAccountView(who, await stays.OfAsync(who.Account, stop), complaint, isDone), complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    static async Task<IResult> PasswordAsync(
        HttpContext http, Stays stays, PasswordCheck check, UserManager<AccountUser> users, Entering entering, AccountNotes notes, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (current, password) = (form["current"].ToString(), form["password"].ToString());
        var name = http.User.Identity?.Name ?? "";
        if ((password != form["again"].ToString() ? "console.first.differ" : PasswordRule.Complaint(password, name)) is { } complaint)
            return await ShowAsync(http, stays, complaint, false, stop);
        if (await check.CheckAsync(http, name, current, stop) is not { } account)
            return await ShowAsync(http, stays, "console.account.password.wrong", false, stop);
        var user = new AccountUser(account);
        if (!(await users.ChangePasswordAsync(user, current, password)).Succeeded)
            return await ShowAsync(http, stays, "console.account.changed", false, stop);
        await notes.NoteAsync(account, "password.changed", AuditOutcome.Done, stop);
        await entering.OpenAsync(http, user.Account, stop, isNew: false);
        return Pages.SeeOther(Here + "?done=1");
    }

    static async Task<IResult> LanguageAsync(HttpContext http, Stays stays, Attempts attempts, CancellationToken stop)
    {
        var language = Languages.Parse((await http.Request.ReadFormAsync(stop))["language"]);
        if (await stays.CurrentAsync(http, stop) is not { } who || language is null)
            return Pages.SeeOther(Here);
        await attempts.ApplyAsync(who.Account, account => account with { Language = language }, stop);
        LanguageSwitch.Keep(http, language.Value);
        return Pages.SeeOther(Here + "?done=1");
    }

    static async Task<IResult> EndAsync(HttpContext http, Stays stays, AccountNotes notes, CancellationToken stop)
    {
        var key = (await http.Request.ReadFormAsync(stop))["key"].ToString();
        if (await stays.CurrentAsync(http, stop) is not { } who)
            return Pages.SeeOther("/console/sign-in");
        // Only her own, and not the one she is in: for that there is signing out.
        foreach (var stay in (await stays.OfAsync(who.Account, stop)).Where(stay => stay.Key != who.Stay.Key && (key.Length == 0 || stay.Key == key)))
            await stays.DropAsync(stay.Key, stop);
        await notes.NoteAsync(who.Account, "session.revoked", AuditOutcome.Done, stop);
        return Pages.SeeOther(Here + "?done=1");
    }

    static async Task<IResult> RemoveAsync(HttpContext http, Stays stays, Enrolling enrolling, Func<Account, Account> change, CancellationToken stop)
    {
        if (await stays.CurrentAsync(http, stop) is not { } who)
            return Pages.SeeOther("/console/sign-in");
        if (who.Account.NeedsSecondFactor && !change(who.Account).HasSecondFactor)
            return await ShowAsync(http, stays, "console.account.factor.last", false, stop);
        await enrolling.ChangeAsync(http, who, change, stop);
        return Pages.SeeOther(Here + "?done=1");
    }

    static async Task<IResult> CodesAsync(HttpContext http, Stays stays, Enrolling enrolling, CancellationToken stop)
    {
        if (await stays.CurrentAsync(http, stop) is not { Account.HasSecondFactor: true } who)
            return Pages.SeeOther(Here);
        var codes = Authenticators.NewCodes();
        string[] hashes = [.. codes.Select(code => RecoveryCode.Hash(who.Account.Id, code))];
        await enrolling.ChangeAsync(http, who, account => account with { RecoveryCodes = hashes }, stop);
        return Pages.Show<CodesPage>(new CodesView(codes, Here));
    }
}

/// <summary>What the page of one's own account shows.</summary>
/// <param name="Complaint">Text key of what was wrong; null when nothing was.</param>
/// <param name="IsDone">Whether something was just changed.</param>
public sealed record MyAccountView(SignedIn Who, IReadOnlyList<Stay> Stays, string? Complaint, bool IsDone)
{
    public Account Account => Who.Account;
}
