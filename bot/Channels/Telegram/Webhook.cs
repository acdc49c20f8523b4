using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using RbcBot.Bot.Inbox;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>POST /telegram/webhook: 200 only after the inbox has the update; anything else makes Telegram send it again.</summary>
sealed class Webhook(TelegramOptions options, Updates updates, ILogger<Webhook> log)
{
    const long GreatestBytes = 1024 * 1024;

    readonly byte[] secret = Encoding.UTF8.GetBytes(options.Secret);

    public async Task TakeAsync(HttpContext http)
    {
        var shown = Encoding.UTF8.GetBytes(http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString());
        http.Response.StatusCode = CryptographicOperations.FixedTimeEquals(shown, secret)
            ? await StatusAsync(http)
            : StatusCodes.Status401Unauthorized;
    }

    async Task<int> StatusAsync(HttpContext http)
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
            return fault.StatusCode;
        }
        return await TakeAsync(http, body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    async Task<int> TakeAsync(HttpContext http, ReadOnlyMemory<byte> update)
    {
        try
        {
            // Not the request's own stop: what arrived whole is kept even when Telegram hangs up.
            await updates.TakeAsync(update, CancellationToken.None);
            return StatusCodes.Status200OK;
        }
        catch (InboxClosedException)
        {
            return Intake.Refuse(http.Response);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The inbox did not take an update from Telegram");
            return Intake.Refuse(http.Response);
        }
    }
}
