using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Admin.SignIn;

/// <summary>Notes what happens at the door and to accounts in the audit trail.</summary>
sealed class AccountNotes(IServiceProvider services, TimeProvider clock)
{
    const int LongestName = Account.LongestName;

    /// <summary>Something that the account itself did.</summary>
    public Task NoteAsync(Account actor, string act, AuditOutcome outcome, CancellationToken stop, string? what = null) =>
        AddAsync(new AuditEntry(clock.GetUtcNow(), actor.Name, actor.Roles, act, what ?? actor.Id.Value, outcome), stop);

    /// <summary>Something that who is signed in did to another account.</summary>
    public Task NoteAsync(HttpContext http, string act, string what, CancellationToken stop, string? reason = null) => AddAsync(
        new AuditEntry(clock.GetUtcNow(), http.User.Identity?.Name ?? "system", RolesOf(http), act, what, AuditOutcome.Done, reason), stop);

    /// <summary>Something that was refused to somebody who is not signed in.</summary>
    public Task RefuseAsync(string name, string act, CancellationToken stop) => AddAsync(
        new AuditEntry(clock.GetUtcNow(), name.Length > LongestName ? name[..LongestName] : name, [], act, null, AuditOutcome.Refused), stop);

    // Where no trail is kept, nothing is noted.
    Task AddAsync(AuditEntry entry, CancellationToken stop) => services.GetService<IAudit>()?.NoteAsync(entry, stop) ?? Task.CompletedTask;

    static Role[] RolesOf(HttpContext http) => [.. Enum.GetValues<Role>().Where(role => http.User.IsInRole(role.ToString()))];
}
