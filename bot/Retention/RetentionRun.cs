using System.Globalization;
using RbcBot.Bot.Commands;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Selection;

namespace RbcBot.Bot.Retention;

/// <summary>Runs the rules of retention and notes it in the audit trail.</summary>
sealed class RetentionRun(KeepRetention retention, RetentionRules rules, IAudit audit, TimeProvider clock)
{
    /// <param name="by">Who has it done.</param>
    public async Task<RetentionReport> RunAsync(bool isTrial, string by, CancellationToken stop)
    {
        var report = await retention.RunAsync(rules, isTrial, clock.GetUtcNow(), stop);
        if (!isTrial)
            await audit.NoteAsync(new AuditEntry(clock.GetUtcNow(), by, [], "retention.run", report.Id, AuditOutcome.Done, Words(report)), stop);
        return report;
    }

    /// <summary>The same for the command line: what each rule came to.</summary>
    public async Task<DeskOutcome> DoAsync(bool isTrial, CancellationToken stop)
    {
        var report = await RunAsync(isTrial, "command", stop);
        return new DeskOutcome(0, string.Join(Environment.NewLine, report.Lines.Select(line => Line(line, isTrial))), null);
    }

    static string Words(RetentionReport report) =>
        string.Join(' ', report.Lines.Where(line => !line.IsOnlyTold && line.Count > 0).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Rule}:{line.Count}")));

    static string Line(RetentionLine line, bool isTrial)
    {
        var what = line.IsOnlyTold ? "told of only" : isTrial ? "would go" : line.IsOfPeople ? "asked to be erased" : "gone";
        return string.Create(CultureInfo.InvariantCulture, $"{line.Rule,-10}{line.Count,10} {(line.IsOfPeople ? "people" : "rows"),-7} older than {line.Before:yyyy-MM-dd}: {what}");
    }
}
