using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>The cookie that carries a sign-in, and when it ends.</summary>
static class SignInSetup
{
    public const string Scheme = "RbcConsole";
    public const string Policy = "Console";
    const string Since = "since";

    /// <summary>Until accounts have roles of their own, who runs the console runs the programme with it.</summary>
    static readonly Role[] First = [Role.Administrator, Role.ProgrammeOfficer, Role.Committee];

    public static IServiceCollection AddSignIn(this IServiceCollection services, ConsoleOptions options)
    {
        services.AddSingleton<FirstRunToken>().AddSingleton<Passwords>().AddSingleton<SignInLimit>();
        services.AddAuthentication(Scheme).AddCookie(Scheme, cookie => Set(cookie, options));
        services.AddAuthorization(rules => rules.AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser()));
        return services;
    }

    /// <summary>Who signed in, and when: the absolute end counts from there.</summary>
    public static ClaimsPrincipal Principal(Administrator administrator, DateTimeOffset now) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, administrator.Name), new Claim(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), .. First.Select(role => new Claim(ClaimTypes.Role, role.ToString()))],
        Scheme));

    static void Set(CookieAuthenticationOptions cookie, ConsoleOptions options)
    {
        cookie.Cookie.Name = "rbc-console";
        cookie.Cookie.Path = "/console";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = cookie.AccessDeniedPath = "/console/sign-in";
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = context => EndAsync(context, TimeSpan.FromHours(options.AbsoluteHours));
    }

    static async Task EndAsync(CookieValidatePrincipalContext context, TimeSpan absolute)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var since = long.TryParse(context.Principal?.FindFirstValue(Since), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.MinValue;
        var known = await services.GetRequiredService<IAdministrators>().ListAsync(context.HttpContext.RequestAborted);
        if (now - since < absolute && known.Any(administrator => Passwords.IsSameName(administrator.Name, context.Principal?.Identity?.Name)))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }
}
