using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Signing in by name and password, and signing out.</summary>
static class Door
{
    public static void MapDoor(IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in", ShowAsync);
        console.MapPost("/sign-in", SignInAsync);
        console.MapPost("/sign-out", SignOutAsync);
    }

    /// <summary>The door, with what was wrong.</summary>
    public static async Task<IResult> AskAsync(HttpContext http, SignInForm form, PasskeyCeremony passkeys, int status) =>
        Pages.Show<SignInPage>(form with { Passkey = await passkeys.AskAsync(http, null) }, status);

    static async Task<IResult> ShowAsync(HttpContext http, string? to, IAccounts accounts, PasskeyCeremony passkeys, CancellationToken stop) => await AskAsync(
        http, new SignInForm("", LocalPath.Of(to), null) { IsFirstRun = (await accounts.ListAsync(stop)).Count == 0 }, passkeys, StatusCodes.Status200OK);

    static async Task<IResult> SignInAsync(
        HttpContext http, PasswordCheck check, Entering entering, SignInLimit limit, PasskeyCeremony passkeys, AccountNotes notes, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (name, to) = (form["name"].ToString().Trim(), LocalPath.Of(form["to"]));
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return await AskAsync(http, new SignInForm(name, to, "console.sign.slow"), passkeys, StatusCodes.Status429TooManyRequests);
        if (await check.CheckAsync(http, name, form["password"].ToString(), stop) is { } account)
            return await entering.AfterPasswordAsync(http, account, to, stop);
        await notes.RefuseAsync(name, "sign-in.refused", stop);
        return await AskAsync(http, new SignInForm(name, to, "console.sign.wrong"), passkeys, StatusCodes.Status401Unauthorized);
    }

    static async Task<IResult> SignOutAsync(HttpContext http, Stays stays, AccountNotes notes, CancellationToken stop)
    {
        if (await stays.CurrentAsync(http, stop) is { } who)
            await notes.NoteAsync(who.Account, "sign-out", AuditOutcome.Done, stop);
        await stays.CloseAsync(http, stop);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Pages.SeeOther("/console/sign-in");
    }
}

/// <summary>What the sign-in page shows.</summary>
/// <param name="Complaint">Text key of what was wrong; null at first.</param>
public sealed record SignInForm(string Name, string To, string? Complaint)
{
    /// <summary>Whether nobody can sign in yet.</summary>
    public bool IsFirstRun { get; init; }

    /// <summary>What a passkey is asked; null where none is.</summary>
    public PasskeyQuestion? Passkey { get; init; }
}
