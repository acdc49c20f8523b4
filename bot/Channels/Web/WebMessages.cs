using System.Net.Http.Headers;
using RbcBot.Bot.Inbox;
using RbcBot.Bot.Media;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;

namespace RbcBot.Bot.Channels.Web;

/// <summary>POST /chat/{session}/messages: 202 once the message is durable, however often it comes.</summary>
/// <remarks>
/// The body is {"id":"…"} with one of "text" (typed words), "choice" (a button's payload), "enter" (a round's code, "" without one),
/// "location" ({"latitude":…,"longitude":…,"altitude":…,"accuracy":…}) or "file" (the name that its upload answered).
/// The page enters first, so that the bot speaks to a session that has never said a word.
/// </remarks>
sealed class WebMessages(Intake intake, MediaFolder media, TimeProvider clock, ILogger<WebMessages> log)
{
    public async Task TakeAsync(HttpContext http, string session)
    {
        if (WebSession.Of(session) is not { } from)
        {
            await WebProblem.WriteAsync(http, WebProblem.Session);
            return;
        }
        if (intake.SecondsToWait(from) is { } seconds)
            await WebProblem.WriteAsync(http, WebProblem.Fast, seconds);
        else
            await TakeAsync(http, from);
    }

    async Task TakeAsync(HttpContext http, Address from)
    {
        var body = await WebBody.ReadAsync(http);
        Steps.At(Step.Received);
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
            await intake.AcceptAsync(inbound, CancellationToken.None);
            Steps.At(Step.Acknowledging);
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            await http.Response.WriteAsJsonAsync(new { accepted = true }, http.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (fault is not InboxClosedException)
                log.LogError(fault, "The inbox did not take a message from the web chat");
            await WebProblem.WriteBusyAsync(http, intake.AidFor(inbound, WebProblem.LanguageOf(http.Request)));
        }
    }

    static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
