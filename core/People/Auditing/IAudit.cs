namespace RbcBot.Core.People.Auditing;

/// <summary>The audit trail: entries are added, never changed or taken away.</summary>
public interface IAudit
{
    /// <summary>Adds an entry; durable on return.</summary>
    Task NoteAsync(AuditEntry entry, CancellationToken stop);
}
