using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Rounds.Exports;
using RbcBot.Admin.Shared;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Rounds;

/// <summary>A round's answers as a file to be saved, within the limit of exports.</summary>
sealed class ExportFile(ExportRound export, ExportLimit limit, ConsoleOptions options, Visit visit)
{
    /// <param name="shown">Each session as whoever asks may have it.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, IRounds rounds, string code, string format, Func<Session, Session> shown, CancellationToken stop)
    {
        if (await RoundPages.FindAsync(rounds, code, stop) is not { } round)
            return RoundPages.Missing(code);
        if (ExportFormats.Parse(format) is not { } known)
            return Pages.Problem("404.6", "console.problem.format", ("format", format));
        if (AnswerQuery.Of(http.Request.Query) is not { } query)
            return Pages.Problem("400.3", "console.problem.query");
        if (!limit.Allows(visit.Name, $"{round.Code} {known}"))
            return Pages.Problem("429.1", "console.problem.exports", ("count", options.ExportsPerHour));

        // The archive writes in steps that a response does not take.
        var file = Spool.Open();
        http.Response.RegisterForDispose(file);
        var exported = await export.RunAsync(round, known, query.Filter, visit.Code, shown, file, stop);
        file.Position = 0;
        return Results.Stream(file, exported.MediaType, $"{round.Code}-{KigaliTime.Day(visit.Now):yyyy-MM-dd}.{exported.Ending}");
    }
}
