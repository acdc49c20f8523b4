using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>The second factor after the password: a code, or a passkey; a passkey alone stands for both.</summary>
static class SecondDoor
{
    public static void MapSecondDoor(IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in/code", async (HttpContext http, string? to, Stays stays, PasskeyCeremony passkeys, CancellationToken stop) =>
            await HalfwayAsync(http, stays, stop) is { } who ? await ShowAsync(http, who.Account, LocalPath.Of(to), null, passkeys, StatusCodes.Status200OK) : BackToTheDoor());
        console.MapPost("/sign-in/code", CodeAsync);
        console.MapPost("/sign-in/passkey", PasskeyAsync);
    }

    static async Task<IResult> CodeAsync(
        HttpContext http, Stays stays, PasswordCheck check, Authenticators authenticators, Entering entering, PasskeyCeremony passkeys, SignInLimit limit, AccountNotes notes, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var to = LocalPath.Of(form["to"]);
        if (await HalfwayAsync(http, stays, stop) is not { } who)
            return BackToTheDoor();
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return await ShowAsync(http, who.Account, to, "console.sign.slow", passkeys, StatusCodes.Status429TooManyRequests);
        if (await check.CountAsync(http, who.Account.Id, stop) is { } counted && await authenticators.SpendAsync(counted, form["code"].ToString(), stop) is { } account)
            return await entering.EnterAsync(http, account, to, stop);
        await notes.NoteAsync(who.Account, "sign-in.refused", AuditOutcome.Refused, stop);
        return await ShowAsync(http, who.Account, to, "console.code.wrong", passkeys, StatusCodes.Status401Unauthorized);
    }

    static async Task<IResult> PasskeyAsync(
        HttpContext http, Stays stays, Entering entering, PasskeyCeremony passkeys, SignInLimit limit, AccountNotes notes, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var to = LocalPath.Of(form["to"]);
        var who = await HalfwayAsync(http, stays, stop);
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return await Door.AskAsync(http, new SignInForm("", to, "console.sign.slow"), passkeys, StatusCodes.Status429TooManyRequests);
        if (await passkeys.ShownAsync(http, form, stop) is { Account: { DisabledAt: null } account } && (who is null || who.Account.Id == account.Id))
            return await entering.EnterAsync(http, account, to, stop);
        await notes.RefuseAsync(who?.Account.Name ?? "", "sign-in.refused", stop);
        return await Door.AskAsync(http, new SignInForm(who?.Account.Name ?? "", to, "console.passkey.wrong"), passkeys, StatusCodes.Status401Unauthorized);
    }

    static async Task<IResult> ShowAsync(HttpContext http, Account account, string to, string? complaint, PasskeyCeremony passkeys, int status) =>
        Pages.Show<CodePage>(new CodeForm(to, complaint, account.Passkeys.Count > 0 ? await passkeys.AskAsync(http, account) : null), status);

    static async Task<SignedIn?> HalfwayAsync(HttpContext http, Stays stays, CancellationToken stop) =>
        await stays.CurrentAsync(http, stop) is { Stay.Stage: StayStage.Password } who ? who : null;

    static IResult BackToTheDoor() => Pages.SeeOther("/console/sign-in");
}

/// <summary>What the page of the second factor shows.</summary>
/// <param name="Complaint">Text key of what was wrong; null at first.</param>
/// <param name="Passkey">Null when the account has none.</param>
public sealed record CodeForm(string To, string? Complaint, PasskeyQuestion? Passkey);
