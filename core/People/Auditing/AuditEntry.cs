namespace RbcBot.Core.People.Auditing;

/// <summary>Something that was done or seen and must be traceable; never holds what people wrote, nor a secret.</summary>
/// <param name="Actor">The account's sign-in name; "system" for what nobody asked for, the written name for a sign-in that failed.</param>
/// <param name="Roles">The roles the actor had then; empty when not signed in.</param>
/// <param name="Act">The act's word, such as sign-in.passed or person.view: ends the text key console.audit.act.…</param>
/// <param name="Object">The id of what it was done to; null when it concerns nothing single.</param>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Reason">Why, as the actor or the programme says it; null when none is asked.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, IReadOnlyList<Role> Roles, string Act, string? Object, AuditOutcome Outcome, string? Reason = null);

/// <summary>What became of an act.</summary>
public enum AuditOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was not allowed.</summary>
    Refused,

    /// <summary>It was allowed and went wrong.</summary>
    Failed,
}
