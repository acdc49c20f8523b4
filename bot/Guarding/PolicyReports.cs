using RbcBot.Admin.Shared;
using RbcBot.Bot.Observing;

namespace RbcBot.Bot.Guarding;

/// <summary>POST /csp: a browser says that a page's policy kept it from something. It is counted, and nothing of it is kept or believed.</summary>
static class PolicyReports
{
    const int Greatest = 16 * 1024;

    public static void MapPolicyReports(this IEndpointRouteBuilder app) =>
        app.MapPost(SecurityHeaders.ReportPath, (HttpContext http) => TakeAsync(http)).AllowAnonymous().WithMetadata(new BodyLimit(Greatest));

    static async Task TakeAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        Instruments.PolicyBroken();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
