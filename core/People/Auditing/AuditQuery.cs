namespace RbcBot.Core.People.Auditing;

/// <summary>Which rows of the trail are wanted.</summary>
/// <param name="Actor">Whole name, without case; "" wants all.</param>
/// <param name="Act">The act's word or its beginning, such as person.; "" wants all.</param>
/// <param name="Object">The id or a part of it; "" wants all.</param>
/// <param name="Outcome">Null wants all.</param>
/// <param name="From">The first moment; null sets no bound.</param>
/// <param name="Until">The moment after the last; null sets no bound.</param>
public sealed record AuditQuery(string Actor, string Act, string Object, AuditOutcome? Outcome, DateTimeOffset? From, DateTimeOffset? Until)
{
    public static readonly AuditQuery All = new("", "", "", null, null, null);

    public bool Takes(AuditEntry entry) =>
        (Actor.Length == 0 || string.Equals(entry.Actor, Actor, StringComparison.OrdinalIgnoreCase))
        && entry.Act.StartsWith(Act, StringComparison.Ordinal)
        && (Object.Length == 0 || entry.Object?.Contains(Object, StringComparison.OrdinalIgnoreCase) == true)
        && (Outcome is null || entry.Outcome == Outcome)
        && (From is null || entry.At >= From) && (Until is null || entry.At < Until);
}
