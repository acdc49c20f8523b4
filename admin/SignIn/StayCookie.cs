using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.SignIn;

/// <summary>The cookie that carries a stay's id: 256 bits of chance and nothing else.</summary>
static class StayCookie
{
    const string Plain = "rbc-console";

    /// <summary>A browser takes this name only by HTTPS, for this host and with Secure (RFC 6265bis): nobody beside us can set it.</summary>
    const string Hosted = "__Host-" + Plain;

    const int Letters = 64;

    /// <summary>The id; null when there is none, or nothing that could be one.</summary>
    public static string? Read(HttpContext http) =>
        http.Request.Cookies[Name(http)] is { Length: Letters } id && id.All(char.IsAsciiHexDigitLower) ? id : null;

    public static void Write(HttpContext http, string id) => http.Response.Cookies.Append(Name(http), id, Options(http));

    public static void Delete(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http));

    static string Name(HttpContext http) => http.Request.IsHttps ? Hosted : Plain;

    static CookieOptions Options(HttpContext http) => new()
    {
        Path = http.Request.IsHttps ? "/" : "/console",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
