using System.Collections.Concurrent;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Tests.Given;

/// <summary>The audit trail in a list.</summary>
sealed class ListedAudit : IAudit
{
    public ConcurrentQueue<AuditEntry> Entries { get; } = [];

    public IEnumerable<string> Acts => Entries.Select(entry => entry.Act);

    public Task NoteAsync(AuditEntry entry, CancellationToken stop)
    {
        Entries.Enqueue(entry);
        return Task.CompletedTask;
    }
}
