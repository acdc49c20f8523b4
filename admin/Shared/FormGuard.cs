using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Admin.Shared;

/// <summary>Lets a post through only from a page of ours, with the token of a form that this console gave out.</summary>
sealed class FormGuard(IAntiforgery antiforgery, ConsoleOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return await next(context);
        if (Elsewhere.Sent(http.Request, options.PublicUrl))
            return Pages.Problem("403.2", "console.problem.elsewhere");
        if (http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http))
            return await next(context);
        return Pages.Problem("400.2", "console.problem.stale");
    }
}
