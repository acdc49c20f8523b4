using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using RbcBot.Core.People;

namespace RbcBot.Admin.SignIn;

/// <summary>Knows a browser again in which somebody was wholly signed in; opens nothing by itself.</summary>
sealed class Familiar(IDataProtectionProvider protection)
{
    const string Cookie = "rbc-known";
    static readonly TimeSpan Life = TimeSpan.FromDays(90);

    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("RbcBot.Console.Familiar").ToTimeLimitedDataProtector();

    public void Remember(HttpContext http, AccountId account) => http.Response.Cookies.Append(Cookie, protector.Protect(account.Value, Life), new CookieOptions
    {
        Path = "/console",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = Life,
    });

    public bool Knows(HttpContext http, AccountId account)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 } cookie && protector.Unprotect(cookie) == account.Value;
        }
        catch (CryptographicException)
        {
            return false; // made up, too old, or of other keys
        }
    }
}
