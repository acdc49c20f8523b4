using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Auditing;
using RbcBot.Admin.Shared;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.Rights;

/// <summary>What happens when somebody asks for what she may not: it is noted and said. Who is not signed in is sent to the door, and not noted: strangers could fill the disk.</summary>
sealed class Refusal(IAudit audit, TimeProvider clock) : IAuthorizationMiddlewareResultHandler
{
    const string NoAct = "page.refused";

    readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // No endpoint of ours: routing itself answers that there is none, or not by this method.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            await next(context);
        else if (authorizeResult.Forbidden)
            await RefuseAsync(context, endpoint);
        else
            await usual.HandleAsync(next, context, policy, authorizeResult);
    }

    async Task RefuseAsync(HttpContext http, RouteEndpoint endpoint)
    {
        var needs = endpoint.Metadata.GetMetadata<Needs>();
        await audit.NoteAsync(
            new AuditEntry(
                clock.GetUtcNow(), http.User.Identity?.Name ?? "", RightsTable.RolesOf(http.User), needs is { Act.Length: > 0 } ? needs.Act : NoAct,
                NotedObject.Of(http.Request.RouteValues), AuditOutcome.Refused, needs?.Right.ToString()), CancellationToken.None);
        await Pages.Problem("403.3", "console.problem.right").ExecuteAsync(http);
    }
}
