using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RbcBot.Admin.Shared;

/// <summary>The console's edge: security headers on every answer, a page instead of a stack trace.</summary>
static class Edge
{
    const string ContentSecurity =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        SetHeaders(http.Response.Headers);
        try
        {
            await next(http);
        }
        catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await ExplainAsync(http, wrong);
        }
    }

    static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    static async Task ExplainAsync(HttpContext http, Exception wrong)
    {
        http.Response.Clear();
        SetHeaders(http.Response.Headers);
        var page = wrong switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Pages.Problem("413.1", "console.problem.large"),
            BadHttpRequestException or InvalidDataException or AntiforgeryValidationException => Pages.Problem("400.1", "console.problem.request"),
            _ => Pages.Problem("500.1", "console.problem.ours"),
        };
        if (page.StatusCode >= StatusCodes.Status500InternalServerError)
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("RbcBot.Admin")
                .LogError(wrong, "Page {Path} failed, trace {Trace}", http.Request.Path, http.TraceIdentifier);
        await page.ExecuteAsync(http);
    }
}
