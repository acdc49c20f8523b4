using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Signing in and out.</summary>
static class Door
{
    public static void MapDoor(IEndpointRouteBuilder console)
    {
        console.MapGet("/sign-in", ShowAsync);
        console.MapPost("/sign-in", SignInAsync);
        console.MapPost("/sign-out", SignOutAsync);
    }

    static async Task<IResult> ShowAsync(string? to, IAdministrators administrators, CancellationToken stop) =>
        Pages.Show<SignInPage>(new SignInForm("", LocalPath.Of(to), null) { IsFirstRun = (await administrators.ListAsync(stop)).Count == 0 });

    static async Task<IResult> SignInAsync(
        HttpContext http, IAdministrators administrators, Passwords passwords, SignInLimit limit, TimeProvider clock, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var (name, password, to) = (form["name"].ToString(), form["password"].ToString(), LocalPath.Of(form["to"]));
        if (!limit.Allows(http.Connection.RemoteIpAddress))
            return Pages.Show<SignInPage>(new SignInForm(name, to, "console.sign.slow"), StatusCodes.Status429TooManyRequests);

        var known = (await administrators.ListAsync(stop)).FirstOrDefault(administrator => Passwords.IsSameName(administrator.Name, name));
        if (password.Length > Passwords.LongestLength || !passwords.Fits(known, password) || known is null)
            return Pages.Show<SignInPage>(new SignInForm(name, to, "console.sign.wrong"), StatusCodes.Status401Unauthorized);

        await http.SignInAsync(SignInSetup.Scheme, SignInSetup.Principal(known, clock.GetUtcNow()));
        return Pages.SeeOther(to);
    }

    // The token keeps this from being taken for a bare RequestDelegate, whose result nobody would execute.
    static async Task<IResult> SignOutAsync(HttpContext http, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        await http.SignOutAsync(SignInSetup.Scheme);
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
}
