using System.Net.Http.Headers;
using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Web;

/// <summary>POST /chat/{session}/messages: 202 once the message is durable, however often it comes.</summary>
/// <remarks>
/// The body is {"id":"…"} with one of "text" (typed words), "choice" (a button's payload), "enter" (a round's code, "" without one),
/// "location" ({"latitude":…,"longitude":…,"altitude":…,"accuracy":…}) or "file" (the name that its upload answered).
/// The page enters first, so that the bot speaks to a session that has never said a word.
/// </remarks>
sealed class WebMessages(IInbox inbox, MediaFolder media, TimeProvider clock, ILogger<WebMessages> log)
{
    const string SecondsUntilLessBusy = "3";

    public async Task TakeAsync(HttpContext http, string session)
    {
        if (WebSession.Of(session) is not { } from)
        {
            await WebProblem.WriteAsync(http, WebProblem.Session);
            return;
        }
        var body = await WebBody.ReadAsync(http);
        if (body is null || !IsJson(http.Request))
        {
            await WebProblem.WriteAsync(http, body is null ? WebProblem.TooLong : WebProblem.Type);
            return;
        }
        var (id, said, problem) = WebBody.Parse(body.Value);
        // A file is named by what the upload answered; a conversation can name only its own.
        var file = said.File is { } named ? media.Of(from, named.Name) : null;
        if (problem is not null || (said.File is not null && file is null))
            await WebProblem.WriteAsync(http, problem ?? WebProblem.File);
        else
            await AcceptAsync(http, new Inbound(from, id, file is null ? said : Said.Sent(file, said.Words), clock.GetUtcNow()));
    }

    async Task AcceptAsync(HttpContext http, Inbound inbound)
    {
        try
        {
            // Not the request's own stop: what arrived whole is kept even when the phone hangs up.
            await inbox.AcceptAsync(inbound, CancellationToken.None);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            await http.Response.WriteAsJsonAsync(new { accepted = true }, http.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The inbox did not take a message from the web chat");
            http.Response.Headers.RetryAfter = SecondsUntilLessBusy;
            await WebProblem.WriteAsync(http, WebProblem.Busy);
        }
    }

    static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
