using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.Auditing;

/// <summary>Notes what a visit shows or does before the answer goes out: nothing is seen without a trace.</summary>
sealed class NotedVisit(IAudit audit, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { Act.Length: > 0 } needs)
            return await next(context);
        try
        {
            var answer = await next(context);
            if (SureGuard.Asks(http))
                return answer;
            await NoteAsync(http, needs, OutOfScope.Is(http) ? AuditOutcome.Refused : IsDone(answer) ? AuditOutcome.Done : AuditOutcome.Failed);
            return answer;
        }
        catch (Exception) when (!HttpMethods.IsGet(http.Request.Method))
        {
            // Whether something was changed is not known: that it was tried is.
            await NoteAsync(http, needs, AuditOutcome.Failed);
            throw;
        }
    }

    // Who went away meanwhile has seen or done it all the same. An id that is none may be anything that somebody typed.
    async Task NoteAsync(HttpContext http, Needs needs, AuditOutcome outcome) => await audit.NoteAsync(
        new AuditEntry(
            clock.GetUtcNow(), http.User.Identity?.Name ?? "", RightsTable.RolesOf(http.User), needs.Act,
            outcome == AuditOutcome.Failed ? null : await NotedObject.OfAsync(http.Request), outcome, NotedReason.Of(http)), CancellationToken.None);

    static bool IsDone(object? answer) => answer is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest };
}
