using RbcBot.Admin.Rights;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Commands;

/// <summary>Answers as a file for the command line: under pseudonyms, or with names when a reason is given.</summary>
sealed class ExportDesk(ExportRound export, ICatalogues catalogues, PseudonymKey key)
{
    public async Task<DeskOutcome> RunAsync(DeskRequest request, CancellationToken stop)
    {
        if (catalogues.Current.Round(request.Code ?? "") is not { } round)
            return new DeskOutcome(1, $"There is no round {request.Code}. Open ones: {string.Join(", ", catalogues.Current.Rounds.Select(other => other.Code))}", null);
        if (ExportFormats.Parse(request.Format) is not { } format || request.FileName is null)
            return new DeskOutcome(2, $"Give a format and a file: export --round CODE --format {ExportFormats.Names} --out FILE.", null);
        if (WantedSessions.Of(request) is not { } filter)
            return new DeskOutcome(2, WantedSessions.Advice, null);
        if (request.IsNamed && string.IsNullOrWhiteSpace(request.Reason))
            return new DeskOutcome(2, "Say why the file shall hold names: --names --reason WORDS. It stays in the audit trail.", null);

        var file = Spool.Open();
        Func<Session, Session> shown = request.IsNamed ? static session => session : new Pseudonyms(catalogues, key).Over;
        var exported = await export.RunAsync(round, format, filter, language: null, shown, file, stop);
        file.Position = 0;
        var says = $"{exported.Sessions} sessions of {round.Code} written to {request.FileName}, {(request.IsNamed ? "with names" : "under pseudonyms")}{(exported.IsZip ? ", which is a zip archive" : "")}.";
        return new DeskOutcome(0, says, file);
    }
}
