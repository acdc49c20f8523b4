using System.Net;
using RbcBot.Core.Conversations;
using Telegram.Bot.Exceptions;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>What an error of the Bot API means for a message.</summary>
static class DeliveryReading
{
    static readonly TimeSpan UnsaidPause = TimeSpan.FromSeconds(5);

    public static Delivery Of(RequestException fault) => fault switch
    {
        ApiRequestException { ErrorCode: 403 or 400 } when IsNobodyThere(fault.Message) => new Failed(fault.Message, IsPermanent: true) { IsAddress = true },
        ApiRequestException { ErrorCode: 403 } => new Blocked(fault.Message),
        ApiRequestException { ErrorCode: 429 } api => new Throttled(
            api.Parameters?.RetryAfter is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : UnsaidPause),
        ApiRequestException { ErrorCode: 400 } => new Failed(fault.Message, IsPermanent: true),
        // 401, 404 and 409 are settings that somebody will mend; 5xx passes.
        ApiRequestException => new Failed(fault.Message, IsPermanent: false),
        // An answer that is not the Bot API's, such as a gateway's page.
        { HttpStatusCode: HttpStatusCode.OK } => new Unknown(fault.Message),
        { HttpStatusCode: not null } => new Failed(fault.Message, IsPermanent: false),
        { InnerException: HttpRequestException inner } when ProviderLine.NothingWentOut(inner) => new Failed(fault.Message, IsPermanent: false),
        _ => new Unknown(fault.Message),
    };

    // An account that was deleted, a chat that there is not.
    static bool IsNobodyThere(string said) =>
        said.Contains("user is deactivated", StringComparison.OrdinalIgnoreCase) || said.Contains("chat not found", StringComparison.OrdinalIgnoreCase);
}
