using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.Auditing;

/// <summary>The audit trail: who saw and did what, to read here and as a file.</summary>
static class AuditPages
{
    const int OnAPage = 50;
    const int InAPiece = 1000;

    public static void MapAudit(IEndpointRouteBuilder console)
    {
        console.MapGet("/audit", ShowAsync).WithMetadata(new Needs(Right.SeeAudit, "audit.view"));
        console.MapGet("/audit.csv", ExportAsync).WithMetadata(new Needs(Right.SeeAudit, "audit.export"));
    }

    static async Task<IResult> ShowAsync(HttpContext http, IAuditTrail trail, AuditKeys keys, TimeProvider clock, CancellationToken stop)
    {
        if (AuditSearch.Of(http.Request.Query) is not { } search)
            return Pages.Problem("400.3", "console.problem.query");
        var leaf = await new FindAudit(trail).RunAsync(search.Query, search.Before, OnAPage, stop);
        return Pages.Show<AuditPage>(new AuditView(search, leaf, AuditAnchor.Of(leaf.Head, clock.GetUtcNow(), keys)));
    }

    // Written aside and a piece at a time, the latest first.
    static async Task<IResult> ExportAsync(HttpContext http, IAuditTrail trail, TimeProvider clock, CancellationToken stop)
    {
        if (AuditSearch.Of(http.Request.Query) is not { } search)
            return Pages.Problem("400.3", "console.problem.query");
        var file = Spool.Open();
        http.Response.RegisterForDispose(file);
        await using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" })
        {
            CsvLine.Write(writer, ["seq", "at", "actor", "roles", "act", "object", "outcome", "reason", "hash"]);
            for (var before = search.Before; before != 1;)
            {
                var leaf = await new FindAudit(trail).RunAsync(search.Query, before, InAPiece, stop);
                foreach (var row in leaf.Rows)
                    CsvLine.Write(writer, Cells(row));
                before = leaf.Next ?? 1;
            }
        }
        file.Position = 0;
        return Results.Stream(file, "text/csv; charset=utf-8", $"audit-{KigaliTime.Day(clock.GetUtcNow()):yyyy-MM-dd}.csv");
    }

    static IEnumerable<string> Cells(AuditRow row) => new[]
    {
        row.Seq.ToString(CultureInfo.InvariantCulture), row.Entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), row.Entry.Actor, string.Join(' ', row.Entry.Roles),
        row.Entry.Act, row.Entry.Object ?? "", row.Entry.Outcome.ToString(), row.Entry.Reason ?? "", row.Hash,
    }.Select(Harmless.Of);
}

/// <summary>What the audit page shows.</summary>
/// <param name="Anchor">Where the trail stands now, signed.</param>
public sealed record AuditView(AuditSearch Search, AuditLeaf Leaf, AuditAnchor Anchor);
