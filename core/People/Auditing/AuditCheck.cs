namespace RbcBot.Core.People.Auditing;

/// <summary>Goes along a chain and stops at the first row that is not as it was written.</summary>
/// <param name="anchors">What was seen of the chain before and kept elsewhere.</param>
public sealed class AuditCheck(AuditKeys keys, IReadOnlyList<AuditAnchor> anchors)
{
    AuditHead last = AuditHead.Start;

    /// <summary>How many rows were right.</summary>
    public long Rows => last.Seq;

    /// <summary>Looks at the next row; null when it is right.</summary>
    public AuditFault? Take(AuditRow row)
    {
        if (FaultOf(row) is { } kind)
            return new AuditFault(kind is AuditFaultKind.Gap ? last.Seq + 1 : row.Seq, kind);
        last = row.Head;
        return null;
    }

    /// <summary>There is no further row; null when none is missing.</summary>
    /// <param name="head">The last row as the store remembers it.</param>
    public AuditFault? End(AuditHead head)
    {
        if (anchors.FirstOrDefault(anchor => !anchor.IsOurs(keys)) is { } foreign)
            return new AuditFault(foreign.Seq, AuditFaultKind.AnchorForeign);
        if (anchors.Any(anchor => anchor.Seq > last.Seq) || head.Seq > last.Seq)
            return new AuditFault(last.Seq + 1, AuditFaultKind.Cut);
        return head.Seq == last.Seq && head.Hash == last.Hash ? null : new AuditFault(last.Seq, AuditFaultKind.Replaced);
    }

    AuditFaultKind? FaultOf(AuditRow row) =>
        row.Seq != last.Seq + 1 ? AuditFaultKind.Gap
        : row.Previous != last.Hash ? AuditFaultKind.Link
        : keys.Find(row.Key) is not { } key ? AuditFaultKind.KeyMissing
        : AuditChain.HashOf(row, key) != row.Hash ? AuditFaultKind.Changed
        : anchors.Any(anchor => anchor.Seq == row.Seq && anchor.Hash != row.Hash) ? AuditFaultKind.Replaced
        : null;
}
