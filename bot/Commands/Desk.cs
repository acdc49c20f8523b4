using RbcBot.Bot.Auditing;
using RbcBot.Bot.Retention;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;
using FormFile = RbcBot.Core.Programme.FormFile;

namespace RbcBot.Bot.Commands;

/// <summary>Does what commands ask, wherever the database is open.</summary>
sealed class Desk(OpenRound openRound, VersionMove move, ICatalogues catalogues, ExportDesk export, BackupDesk backup, AsideDesk aside, AuditDesk audit, RetentionRun retention, TimeProvider clock)
{
    public async Task<DeskOutcome> RunAsync(DeskRequest request, CancellationToken stop)
    {
        var outcome = await DoAsync(request, stop);
        await audit.NoteAsync(request, outcome, stop);
        return outcome;
    }

    Task<DeskOutcome> DoAsync(DeskRequest request, CancellationToken stop) => request.Verb switch
    {
        "round open" => OpenAsync(request, stop),
        "export" => export.RunAsync(request, stop),
        "backup" => Task.FromResult(backup.Run()),
        "aside list" => aside.ListAsync(stop),
        "aside replay" => aside.ReplayAsync(request.Id, stop),
        "audit verify" => audit.VerifyAsync(request.File, stop),
        "retention" => retention.DoAsync(request.IsTrial, stop),
        "audit anchor" => audit.AnchorAsync(stop),
        _ => Task.FromResult(new DeskOutcome(2, $"There is no command {request.Verb}.", null)),
    };

    async Task<DeskOutcome> OpenAsync(DeskRequest request, CancellationToken stop)
    {
        if (request.File is null || string.IsNullOrWhiteSpace(request.Code))
            return new DeskOutcome(2, "Give a file that exists and a code: round open FILE --code CODE.", null);
        if (!RoundCode.IsGood(request.Code))
            return new DeskOutcome(2, "A code has 1 to 64 letters, digits, - or _.", null);
        if (request.Kind is not null && !Enum.TryParse<RoundKind>(request.Kind, ignoreCase: true, out _))
            return new DeskOutcome(2, "The kind is interview, application, feedback or test.", null);

        var file = new FormFile("", request.FileName ?? "form.xlsx", request.File, clock.GetUtcNow());
        RoundKind? kind = request.Kind is null ? null : Enum.Parse<RoundKind>(request.Kind, ignoreCase: true);
        var before = catalogues.Current.Round(request.Code);
        var (round, findings) = await openRound.RunAsync(file, before?.Code ?? request.Code, kind, request.Module, request.Moment, stop);
        var lines = findings.Select(FormCheck.Line).ToList();
        if (round is not null)
            lines.AddRange(await move.RunAsync(before, round, request.Migrates, stop));
        lines.Add(round is null ? "The round was not opened: mend what is refused." : $"Round {round.Code} is open ({round.Kind.ToString().ToLowerInvariant()}): /chat?code={round.Code}");
        return new DeskOutcome(round is null ? 1 : 0, string.Join(Environment.NewLine, lines), null);
    }
}
