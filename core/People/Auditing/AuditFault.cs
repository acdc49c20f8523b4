namespace RbcBot.Core.People.Auditing;

/// <summary>What is wrong with a row of the audit trail.</summary>
public enum AuditFaultKind
{
    /// <summary>A row is missing before it, or it stands in another's place.</summary>
    Gap,

    /// <summary>It does not follow the row before.</summary>
    Link,

    /// <summary>It is not as it was signed.</summary>
    Changed,

    /// <summary>The key that signed it is not here.</summary>
    KeyMissing,

    /// <summary>Rows at the end are missing.</summary>
    Cut,

    /// <summary>It is another row than the one that an anchor saw.</summary>
    Replaced,

    /// <summary>The anchor was signed by nobody we know.</summary>
    AnchorForeign,
}

/// <summary>The first bad row.</summary>
/// <param name="Seq">Its place in the chain; of rows that are missing, the first.</param>
public sealed record AuditFault(long Seq, AuditFaultKind Kind);

/// <summary>What verifying came to.</summary>
/// <param name="Rows">How many were right before it ended.</param>
/// <param name="Fault">Null when everything is as it was written.</param>
public sealed record AuditVerdict(long Rows, AuditFault? Fault);
