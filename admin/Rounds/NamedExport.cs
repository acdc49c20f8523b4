using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Auditing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Shared;
using RbcBot.Admin.SignIn;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>Answers as a file that tells whose they are: only after a proof of who asks, and with a reason that stays in the audit trail.</summary>
static class NamedExport
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 200;

    public static void MapNamedExport(IEndpointRouteBuilder console, TimeSpan longest) =>
        console.MapPost("/rounds/{code}/named", ExportAsync).AddEndpointFilter<ProofGuard>().WithMetadata(new Needs(Right.ExportPeople, "answers.export-named")).WithRequestTimeout(longest);

    static async Task<IResult> ExportAsync(string code, HttpContext http, IRounds rounds, ExportFile export, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        var reason = form["reason"].ToString().Trim();
        if (reason.Length is 0 or > LongestReason)
            return Pages.Problem("400.9", "console.problem.reason", ("most", LongestReason));
        NotedReason.Set(http, reason);
        return await export.AnswerAsync(http, rounds, code, form["format"].ToString(), static session => session, stop);
    }
}
