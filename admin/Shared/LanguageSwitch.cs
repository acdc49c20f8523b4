using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Shared;

/// <summary>Keeps the chosen language in a cookie for a year.</summary>
static class LanguageSwitch
{
    public static void MapLanguageSwitch(IEndpointRouteBuilder console) => console.MapPost("/language", async (HttpContext http, CancellationToken stop) =>
    {
        var form = await http.Request.ReadFormAsync(stop);
        if (Languages.Parse(form["language"]) is { } language)
            Keep(http, language);
        return Pages.SeeOther(LocalPath.Of(form["to"]));
    });

    public static void Keep(HttpContext http, Language language) => http.Response.Cookies.Append(Visit.LanguageCookie, Languages.Code(language), new CookieOptions
    {
        Path = "/console",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
    });
}
