namespace RbcBot.Core.People.Auditing;

/// <summary>What was noted, to be read and verified.</summary>
public interface IAuditTrail
{
    /// <summary>The last row; the start when nothing was noted yet.</summary>
    Task<AuditHead> HeadAsync(CancellationToken stop);

    /// <summary>The rows from a seq upward that are there, in their order.</summary>
    /// <param name="most">At most so many seqs are looked at.</param>
    Task<IReadOnlyList<AuditRow>> FromAsync(long first, int most, CancellationToken stop);
}
