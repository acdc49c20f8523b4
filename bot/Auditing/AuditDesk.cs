using System.Globalization;
using System.Text;
using RbcBot.Bot.Commands;
using RbcBot.Core.People.Auditing;

namespace RbcBot.Bot.Auditing;

/// <summary>The audit trail for the command line: verified, anchored, and what commands do is noted in it.</summary>
sealed class AuditDesk(IAudit audit, IAuditTrail trail, AuditKeys keys, AnchorFolder folder, TimeProvider clock)
{
    /// <summary>Verifies the trail against the anchors of the folder and of the file, when one is given.</summary>
    public async Task<DeskOutcome> VerifyAsync(byte[]? file, CancellationToken stop)
    {
        IReadOnlyList<AuditAnchor> given = file is null ? [] : AnchorFolder.Read(Encoding.UTF8.GetString(file));
        if (file is not null && given.Count == 0)
            return new DeskOutcome(2, "There is no anchor in the file: it holds a line that begins with rbcbot-audit-anchor-1.", null);
        IReadOnlyList<AuditAnchor> anchors = [.. given, .. folder.All()];
        var verdict = await new VerifyAudit(trail, keys).RunAsync(anchors, stop);
        return verdict.Fault is { } fault
            ? new DeskOutcome(1, string.Create(CultureInfo.InvariantCulture, $"The audit trail is not as it was written. Row {fault.Seq}: {Words(fault.Kind)}. The {verdict.Rows} rows before are right."), null)
            : new DeskOutcome(0, string.Create(CultureInfo.InvariantCulture, $"The audit trail is as it was written: {verdict.Rows} rows, {anchors.Count} anchors."), null);
    }

    public async Task<DeskOutcome> AnchorAsync(CancellationToken stop) =>
        new(0, AuditAnchor.Of(await trail.HeadAsync(stop), clock.GetUtcNow(), keys).ToString(), null);

    /// <summary>Notes what a command did; what only reads lists is not noted.</summary>
    public Task NoteAsync(DeskRequest request, DeskOutcome outcome, CancellationToken stop) => request.Verb is "round open" or "export" or "backup" or "aside replay"
        ? audit.NoteAsync(
            new AuditEntry(
                clock.GetUtcNow(), "command", [], "command." + request.Verb.Replace(' ', '-'), request.Code ?? request.Id, outcome.ExitCode == 0 ? AuditOutcome.Done : AuditOutcome.Failed,
                request.IsNamed ? $"{request.Format}, with names: {request.Reason}" : request.Format), stop)
        : Task.CompletedTask;

    static string Words(AuditFaultKind kind) => kind switch
    {
        AuditFaultKind.Gap => "a row is missing, or stands in another's place",
        AuditFaultKind.Link => "it does not follow the row before",
        AuditFaultKind.Changed => "it is not as it was signed",
        AuditFaultKind.KeyMissing => "the key that signed it is not here (Audit:Keys)",
        AuditFaultKind.Cut => "it and what followed are missing",
        AuditFaultKind.Replaced => "it is another row than the one that was anchored",
        AuditFaultKind.AnchorForeign => "an anchor at it was not signed by a key that is here",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
