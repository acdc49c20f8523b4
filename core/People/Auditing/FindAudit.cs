namespace RbcBot.Core.People.Auditing;

/// <summary>Finds rows of the trail, the latest first, without reading it whole.</summary>
public sealed class FindAudit(IAuditTrail trail)
{
    /// <summary>Rows looked at for one page; a rare one may need another page.</summary>
    public const int MostLookedAt = 20_000;

    const int AtATime = 500;

    /// <param name="before">Only rows below this seq; null begins at the latest.</param>
    /// <param name="most">Most rows of the page.</param>
    public async Task<AuditLeaf> RunAsync(AuditQuery query, long? before, int most, CancellationToken stop)
    {
        var head = await trail.HeadAsync(stop);
        var top = Math.Min(before ?? long.MaxValue, head.Seq + 1);
        var (found, bottom) = (new List<AuditRow>(), Math.Max(1, top - MostLookedAt));
        while (top > bottom && found.Count < most)
        {
            var first = Math.Max(bottom, top - AtATime);
            foreach (var row in (await trail.FromAsync(first, (int)(top - first), stop)).Reverse())
                if (found.Count < most && query.Takes(row.Entry))
                    found.Add(row);
            top = found.Count == most ? found[^1].Seq : first;
        }
        return new AuditLeaf(found, top > 1 ? top : null, head);
    }
}

/// <summary>A page of the trail.</summary>
/// <param name="Next">Below which seq the next page begins; null when everything was looked at.</param>
/// <param name="Head">Where the chain stands.</param>
public sealed record AuditLeaf(IReadOnlyList<AuditRow> Rows, long? Next, AuditHead Head);
