using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Who may sign in: administrators invite, change roles, disable, end sessions.</summary>
static class AccountPages
{
    public static void MapAccounts(IEndpointRouteBuilder console)
    {
        var pages = console.MapGroup("/accounts").WithMetadata(new Needs(Right.KeepAccounts));
        pages.MapGet("", (IAccounts accounts, IInvitations invitations, TimeProvider clock, CancellationToken stop) => ListAsync(accounts, invitations, clock, null, stop));
        pages.MapGet("/{id}", (string id, IAccounts accounts, Stays stays, CancellationToken stop) => ShowAsync(id, accounts, stays, null, stop));
        pages.MapPost("/{id}/stays/end", EndStaysAsync);
        var acts = pages.MapGroup("").AddEndpointFilter<ProofGuard>();
        acts.MapPost("/invite", InviteAsync);
        acts.MapPost("/withdraw", WithdrawAsync);
        acts.MapPost("/{id}/roles", RolesAsync);
        acts.MapPost("/{id}/disable", (string id, HttpContext http, AccountActs their, TimeProvider clock, CancellationToken stop) => their.DisableAsync(http, id, clock.GetUtcNow(), stop));
        acts.MapPost("/{id}/enable", (string id, HttpContext http, AccountActs their, CancellationToken stop) => their.DisableAsync(http, id, null, stop));
        acts.MapPost("/{id}/renew", RenewAsync);
    }

    /// <summary>The page of one account, with what could not be done.</summary>
    public static async Task<IResult> ShowAsync(string id, IAccounts accounts, Stays stays, string? complaint, CancellationToken stop) =>
        await accounts.FindAsync(new AccountId(id), stop) is { } account
            ? Pages.Show<AccountPage>(new AccountView(account, await stays.OfAsync(account, stop), complaint), complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest)
            : Pages.Problem("404.15", "console.account.none");

    static async Task<IResult> ListAsync(IAccounts accounts, IInvitations invitations, TimeProvider clock, string? complaint, CancellationToken stop) => Pages.Show<AccountsPage>(
        new AccountsView(await accounts.ListAsync(stop), await invitations.ListAsync(clock.GetUtcNow(), stop), complaint),
        complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    static async Task<IResult> InviteAsync(
        HttpContext http, IAccounts accounts, IInvitations invitations, InvitedAccounts invited, AccountNotes notes, ConsoleOptions options, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (name, roles) = (form["name"].ToString().Trim(), AccountActs.RolesIn(form));
        var complaint = !Account.IsName(name) ? "console.first.name"
            : roles.Count == 0 ? "console.account.roles.none"
            : await accounts.FindAsync(name, stop) is not null ? "console.account.taken"
            : null;
        if (complaint is not null)
            return await ListAsync(accounts, invitations, clock, complaint, stop);
        var token = await invited.InviteAsync(name, roles, http.User.Identity?.Name ?? "", null, stop);
        await notes.NoteAsync(http, "invitation.made", name, stop, string.Join(' ', roles));
        return Pages.Show<InvitedPage>(new InvitedView(name, Link(http, options, token)));
    }

    static async Task<IResult> WithdrawAsync(HttpContext http, IInvitations invitations, AccountNotes notes, TimeProvider clock, CancellationToken stop)
    {
        var hash = (await http.Request.ReadFormAsync(stop))["hash"].ToString();
        if (await invitations.TakeAsync(hash, clock.GetUtcNow(), stop) is { } withdrawn)
            await notes.NoteAsync(http, "invitation.withdrawn", withdrawn.Name, stop);
        return Pages.SeeOther("/console/accounts");
    }

    static async Task<IResult> RenewAsync(
        string id, HttpContext http, IAccounts accounts, InvitedAccounts invited, AccountNotes notes, ConsoleOptions options, CancellationToken stop)
    {
        if (await accounts.FindAsync(new AccountId(id), stop) is not { DisabledAt: null } account)
            return Pages.Problem("404.15", "console.account.none");
        var token = await invited.InviteAsync(account.Name, account.Roles, http.User.Identity?.Name ?? "", account.Id, stop);
        await notes.NoteAsync(http, "invitation.made", account.Id.Value, stop);
        return Pages.Show<InvitedPage>(new InvitedView(account.Name, Link(http, options, token)));
    }

    static async Task<IResult> RolesAsync(string id, HttpContext http, AccountActs their, CancellationToken stop) =>
        await their.ChangeRolesAsync(http, id, AccountActs.RolesIn(await http.Request.ReadFormAsync(stop)), stop);

    static async Task<IResult> EndStaysAsync(string id, HttpContext http, Stays stays, AccountNotes notes, CancellationToken stop)
    {
        await stays.DropAllAsync(new AccountId(id), stop);
        await notes.NoteAsync(http, "session.revoked", id, stop);
        return Pages.SeeOther($"/console/accounts/{Uri.EscapeDataString(id)}");
    }

    static string Link(HttpContext http, ConsoleOptions options, string token) =>
        $"{(options.PublicUrl.Length > 0 ? options.PublicUrl : $"{http.Request.Scheme}://{http.Request.Host}")}/console/invitation?token={token}";
}

/// <summary>What the page of all accounts shows.</summary>
/// <param name="Complaint">Text key of what was wrong with an invitation; null when nothing was.</param>
public sealed record AccountsView(IReadOnlyList<Account> Accounts, IReadOnlyList<Invitation> Invitations, string? Complaint);

/// <summary>What the page of one account shows.</summary>
/// <param name="Complaint">Text key of what could not be done; null when nothing was wrong.</param>
public sealed record AccountView(Account Account, IReadOnlyList<Stay> Stays, string? Complaint);

/// <summary>A link that was just made, shown once.</summary>
public sealed record InvitedView(string Name, string Link);
