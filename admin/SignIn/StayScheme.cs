using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RbcBot.Admin.Shared;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Tells ASP.NET Core who is signed in: only who is wholly in counts.</summary>
/// <remarks>Not its cookie handler: that keeps the id of the stay a browser comes with when it signs in (decision 29).</remarks>
sealed class StayScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Stays stays)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "RbcConsole";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The chat and the channels' webhooks have no accounts.
        if (!Request.Path.StartsWithSegments("/console") || await stays.CurrentAsync(Context, Context.RequestAborted) is not { Stay.Stage: StayStage.Full } who)
            return AuthenticateResult.NoResult();
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(who.Account), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/console/sign-in?to=" + Uri.EscapeDataString(LocalPath.Of(Request.Path + Request.QueryString)));
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Pages.Problem("403.3", "console.problem.right").ExecuteAsync(Context);

    static ClaimsPrincipal Principal(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.Value), new Claim(ClaimTypes.Name, account.Name),
            .. account.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
        ], Name));
}
