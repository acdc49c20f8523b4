using System.Net;
using RbcBot.Bot.Observing;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Notes whether Telegram answers, on whichever line it is asked.</summary>
sealed class WatchedLine(ChannelWatch watch, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (IsDown(answer.StatusCode))
                watch.Failed(TelegramChannel.Word, $"HTTP {(int)answer.StatusCode}");
            else
                watch.Answered(TelegramChannel.Word);
            return answer;
        }
        catch (HttpRequestException fault)
        {
            watch.Failed(TelegramChannel.Word, fault.HttpRequestError.ToString());
            throw;
        }
    }

    // A wrong token (401, 404) and a second poller with ours (409) keep people out as a dead server does.
    static bool IsDown(HttpStatusCode status) =>
        status >= HttpStatusCode.InternalServerError || status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.Conflict;
}
