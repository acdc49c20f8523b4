using RbcBot.Core.People.Auditing;

namespace RbcBot.Tests.Given;

/// <summary>The audit trail in a list.</summary>
sealed class InMemoryAudit : IAudit, IAuditTrail
{
    /// <summary>A key for tests.</summary>
    public static readonly AuditKeys Keys = new([AuditKey.Of([.. Enumerable.Range(1, AuditKey.LeastBytes).Select(number => (byte)number)])]);

    readonly Lock gate = new();

    public List<AuditRow> Rows { get; } = [];

    /// <summary>What was noted, without the keys.</summary>
    public IReadOnlyList<AuditEntry> Entries => [.. Rows.Select(row => row.Entry).Where(entry => entry.Act != AuditChain.KeyTaken)];

    public IEnumerable<string> Acts => Entries.Select(entry => entry.Act);

    /// <summary>What noting fails with; null while it does not.</summary>
    public Exception? Fault { get; set; }

    public Task NoteAsync(AuditEntry entry, CancellationToken stop)
    {
        if (Fault is not null)
            return Task.FromException(Fault);
        lock (gate)
            Rows.AddRange(AuditChain.After(Rows.Count > 0 ? Rows[^1].Head : AuditHead.Start, [entry], Keys));
        return Task.CompletedTask;
    }

    public Task<AuditHead> HeadAsync(CancellationToken stop) => Task.FromResult(Rows.Count > 0 ? Rows[^1].Head : AuditHead.Start);

    public Task<IReadOnlyList<AuditRow>> FromAsync(long first, int most, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<AuditRow>>([.. Rows.Where(row => row.Seq >= first && row.Seq < first + most)]);
}
