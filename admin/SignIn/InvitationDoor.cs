using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Where an invitation's link leads: choose a password, once. Looking at the page takes nothing.</summary>
static class InvitationDoor
{
    public static void MapInvitations(IEndpointRouteBuilder console)
    {
        console.MapGet("/invitation", async (HttpContext http, string? token, InvitedAccounts invited, SignInLimit limit, CancellationToken stop) =>
            !limit.Allows(http.Connection.RemoteIpAddress) ? Pages.Problem("429.1", "console.sign.slow")
            : await invited.FindAsync(token ?? "", stop) is { } invitation ? Show(token ?? "", invitation, null)
            : Over());
        console.MapPost("/invitation", TakeAsync);
    }

    static async Task<IResult> TakeAsync(HttpContext http, InvitedAccounts invited, Entering entering, SignInLimit limit, AccountNotes notes, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (token, password) = (form["token"].ToString(), form["password"].ToString());
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return Pages.Problem("429.1", "console.sign.slow");
        if (await invited.FindAsync(token, stop) is not { } invitation)
            return Over();
        if ((password != form["again"].ToString() ? "console.first.differ" : PasswordRule.Complaint(password, invitation.Name)) is { } complaint)
            return Show(token, invitation, complaint);
        if (await invited.TakeAsync(token, password, stop) is not { } account)
            return Over();
        await notes.NoteAsync(account, "invitation.taken", AuditOutcome.Done, stop);
        return await entering.AfterPasswordAsync(http, account, "/console", stop);
    }

    static RazorComponentResult Show(string token, Invitation invitation, string? complaint) => Pages.Show<InvitationPage>(
        new InvitationForm(token, invitation.Name, complaint), complaint is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    static RazorComponentResult Over() => Pages.Problem("410.3", "console.invitation.over");
}

/// <summary>What the page of an invitation shows.</summary>
/// <param name="Complaint">Text key of what was wrong; null at first.</param>
public sealed record InvitationForm(string Token, string Name, string? Complaint);
