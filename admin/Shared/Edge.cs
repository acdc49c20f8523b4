using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RbcBot.Admin.Shared;

/// <summary>The console's edge: security headers on every answer, cookies that only this host can set, a page instead of a stack trace.</summary>
static class Edge
{
    public static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        HostCookies.Guard(http);
        SetHeaders(http);
        try
        {
            await next(http);
        }
        catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await ExplainAsync(http, wrong);
        }
    }

    static void SetHeaders(HttpContext http)
    {
        SecurityHeaders.Set(http, PagePolicy.Of(http));
        // Whether a page has a script is known when it is drawn.
        http.Response.OnStarting(static state =>
        {
            var started = (HttpContext)state;
            started.Response.Headers.ContentSecurityPolicy = PagePolicy.Of(started);
            return Task.CompletedTask;
        }, http);
    }

    static async Task ExplainAsync(HttpContext http, Exception wrong)
    {
        http.Response.Clear();
        SecurityHeaders.Set(http, PagePolicy.Of(http));
        var page = wrong switch
        {
            _ when IsTooLarge(wrong) => Pages.Problem("413.1", "console.problem.large"),
            BadHttpRequestException or InvalidDataException or AntiforgeryValidationException => Pages.Problem("400.1", "console.problem.request"),
            _ => Pages.Problem("500.1", "console.problem.ours"),
        };
        if (page.StatusCode >= StatusCodes.Status500InternalServerError)
            Note(http, wrong);
        await page.ExecuteAsync(http);
    }

    // The form's reading wraps what the server said.
    static bool IsTooLarge(Exception wrong) =>
        wrong is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || (wrong.InnerException is { } inner && IsTooLarge(inner));

    // Neither the path nor the message: both may hold what somebody wrote, line breaks too.
    static void Note(HttpContext http, Exception wrong) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("RbcBot.Admin").LogError(
            "Page {Route} failed with {Fault}, trace {Trace}: {Where}",
            (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, wrong.GetType().Name, http.TraceIdentifier, wrong.StackTrace);
}
