using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using RbcBot.Bot.Inbox;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>/meta/webhook: Meta asks by GET whether it is ours, and posts what happened; 200 only when all of it is on disk, else it comes again, for seven days.</summary>
sealed class MetaWebhook(MetaOptions options, MetaNews news, ILogger<MetaWebhook> log)
{
    /// <summary>Meta posts three megabytes at most.</summary>
    const long GreatestBytes = 4 * 1024 * 1024;

    readonly MetaSignature signature = new(options.AppSecret);
    readonly byte[] verifyToken = Encoding.UTF8.GetBytes(options.VerifyToken);

    /// <summary>Answers the challenge of who knows the token.</summary>
    public async Task ShakeHandsAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(query["hub.verify_token"].ToString()), verifyToken);
        if (!isOurs || query["hub.mode"] != "subscribe")
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        http.Response.ContentType = "text/plain";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.WriteAsync(query["hub.challenge"].ToString(), http.RequestAborted);
    }

    public async Task TakeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = GreatestBytes;
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            http.Response.StatusCode = fault.StatusCode;
            return;
        }

        http.Response.StatusCode = await StatusAsync(http, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    async Task<int> StatusAsync(HttpContext http, ReadOnlyMemory<byte> posted)
    {
        if (!signature.IsOf(posted.Span, http.Request.Headers[MetaSignature.Header].ToString()))
            return StatusCodes.Status401Unauthorized;
        try
        {
            // Not the request's own stop: what arrived whole is kept even when Meta hangs up.
            await news.TakeAsync(posted, CancellationToken.None);
            return StatusCodes.Status200OK;
        }
        catch (InboxClosedException)
        {
            return Intake.Refuse(http.Response);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "What Meta posted was not taken");
            return Intake.Refuse(http.Response);
        }
    }
}
