using RbcBot.Bot.Inbox;
using RbcBot.Bot.Media;
using RbcBot.Core.Problems;

namespace RbcBot.Bot.Channels.Web;

/// <summary>POST /chat/{session}/files: the body is the file; 201 with its name once it is on disk. A message then refers to it.</summary>
sealed class WebFiles(Intake intake, MediaFolder media, ILogger<WebFiles> log)
{
    public async Task TakeAsync(HttpContext http, string session)
    {
        if (WebSession.Of(session) is not { } from)
        {
            await WebProblem.WriteAsync(http, WebProblem.Session);
            return;
        }

        if (intake.IsClosed)
        {
            await WebProblem.WriteBusyAsync(http);
            return;
        }

        if (await WebBody.ReadAsync(http, media.Options.BytesEach) is not { } body)
        {
            await WebProblem.WriteAsync(http, Large);
            return;
        }

        try
        {
            // Not the request's own stop: what arrived whole is kept even when the phone hangs up.
            var kept = await media.KeepAsync(from, body, http.Request.ContentType ?? "", CancellationToken.None);
            if (Problem(kept.Fault) is { } problem)
                await WebProblem.WriteAsync(http, problem);
            else
                await Results.Json(new { file = kept.Name, type = kept.Type }, statusCode: StatusCodes.Status201Created).ExecuteAsync(http);
        }
        catch (IOException fault)
        {
            log.LogError(fault, "The disk did not take a file from the web chat");
            await WebProblem.WriteBusyAsync(http);
        }
    }

    Problem Large => WebProblem.Large with { Details = [("megabytes", media.Options.MegabytesEach)] };

    Problem? Problem(string? fault) => fault switch
    {
        null => null,
        "talk.sent.large" => Large,
        "talk.sent.type" => WebProblem.FileType,
        _ => WebProblem.Many,
    };
}
