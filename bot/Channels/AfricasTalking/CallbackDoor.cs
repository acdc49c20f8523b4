using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using RbcBot.Bot.Inbox;

namespace RbcBot.Bot.Channels.AfricasTalking;

/// <summary>The door of Africa's Talking's callbacks: they are not signed, so the secret in the address and the sender's own address are all that tells them.</summary>
sealed class CallbackDoor(AfricasTalkingOptions options, ILogger<CallbackDoor> log)
{
    const long GreatestBytes = 64 * 1024;

    readonly byte[] secret = Encoding.UTF8.GetBytes(options.Secret);
    readonly IReadOnlyList<IPNetwork> networks = options.Networks;

    /// <summary>Lets a callback in and answers it: 404 for who does not know the secret, 503 for what cannot be kept now.</summary>
    /// <param name="take">Takes the callback and writes the answer; all of it is on disk on return.</param>
    public async Task TakeAsync(HttpContext http, string shown, Func<CallbackForm, Task<string>> take)
    {
        // Both are looked at, whatever the first says: the time tells nothing.
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), secret) | !IsFromThere(http.Connection.RemoteIpAddress))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (await ReadAsync(http) is { } form)
            await AnswerAsync(http, form, take);
    }

    async Task AnswerAsync(HttpContext http, CallbackForm form, Func<CallbackForm, Task<string>> take)
    {
        try
        {
            var answer = await take(form);
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(answer, http.RequestAborted);
        }
        catch (InboxClosedException)
        {
            Intake.Refuse(http.Response);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !http.Response.HasStarted)
        {
            log.LogError(fault, "A callback of Africa's Talking was not taken");
            Intake.Refuse(http.Response);
        }
    }

    /// <summary>Null when it is no form: then the answer has its status.</summary>
    static async Task<CallbackForm?> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = GreatestBytes;
        try
        {
            if (http.Request.HasFormContentType)
                return new CallbackForm(await http.Request.ReadFormAsync(http.RequestAborted));
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException or IOException)
        {
            http.Response.StatusCode = (fault as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        }
        return null;
    }

    bool IsFromThere(IPAddress? address) => networks.Count == 0
        || address is not null && networks.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
