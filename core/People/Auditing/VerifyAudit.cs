namespace RbcBot.Core.People.Auditing;

/// <summary>Reads the whole trail, some rows in memory at a time, and says whether it is as it was written.</summary>
public sealed class VerifyAudit(IAuditTrail trail, AuditKeys keys)
{
    const int AtATime = 1000;

    /// <param name="anchors">What was seen of the chain before and kept elsewhere; none finds all but rows that were cut off its end.</param>
    public async Task<AuditVerdict> RunAsync(IReadOnlyList<AuditAnchor> anchors, CancellationToken stop)
    {
        // The end as it is now: rows that come meanwhile are the next time's.
        var (check, head) = (new AuditCheck(keys, anchors), await trail.HeadAsync(stop));
        for (long first = 1; first <= head.Seq; first += AtATime)
            foreach (var row in (await trail.FromAsync(first, AtATime, stop)).TakeWhile(row => row.Seq <= head.Seq))
                if (check.Take(row) is { } fault)
                    return new AuditVerdict(check.Rows, fault);
        return new AuditVerdict(check.Rows, check.End(head));
    }
}
