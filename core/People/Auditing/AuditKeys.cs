namespace RbcBot.Core.People.Auditing;

/// <summary>The key that new rows are signed with, and those before it, by which older rows are still verified.</summary>
public sealed record AuditKeys
{
    readonly IReadOnlyList<AuditKey> all;

    /// <param name="all">The one in use first.</param>
    public AuditKeys(IReadOnlyList<AuditKey> all) =>
        this.all = all.Count > 0 ? all : throw new ArgumentException("There is no key.", nameof(all));

    public AuditKey InUse => all[0];

    /// <summary>The key of the id; null when it is not here.</summary>
    public AuditKey? Find(string id) => all.FirstOrDefault(key => key.Id == id);
}
