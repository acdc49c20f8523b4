using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using RbcBot.Bot.Inbox;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>The door of what Twilio posts: 403 for what it did not sign, 503 for what cannot be kept now; else an answer without words, for we speak later.</summary>
sealed class TwilioDoor(TwilioOptions options, ILogger<TwilioDoor> log)
{
    const long GreatestBytes = 256 * 1024;
    const int MostFields = 1024;
    const string Form = "application/x-www-form-urlencoded";
    const string Nothing = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    readonly TwilioSignature signature = new(options.AuthToken);

    /// <param name="take">Takes what was posted; all of it is on disk on return.</param>
    public async Task TakeAsync(HttpContext http, Func<TwilioForm, Task> take)
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

        if (Read(http, body.ToArray()) is not { } form)
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            await AnswerAsync(http, form, take);
    }

    async Task AnswerAsync(HttpContext http, TwilioForm form, Func<TwilioForm, Task> take)
    {
        try
        {
            await take(form);
            http.Response.ContentType = "text/xml";
            await http.Response.WriteAsync(Nothing, http.RequestAborted);
        }
        catch (InboxClosedException)
        {
            Intake.Refuse(http.Response);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !http.Response.HasStarted)
        {
            log.LogError(fault, "What Twilio posted was not taken");
            Intake.Refuse(http.Response);
        }
    }

    /// <summary>The form; one without fields of a signed body that is no form; null when Twilio did not sign it.</summary>
    TwilioForm? Read(HttpContext http, byte[] body)
    {
        // The target as it came: whatever is decoded, or put together from headers, another could choose.
        var url = options.PublicUrl.TrimEnd('/') + (http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");
        var shown = http.Request.Headers[TwilioSignature.Header].ToString();
        if (TwilioSignature.HasBodyHash(url))
            return signature.IsOf(url, body, shown) ? TwilioForm.Empty : null;
        return Fields(http, body) is { } form && signature.IsOf(url, form.Fields, shown) ? form : null;
    }

    static TwilioForm? Fields(HttpContext http, byte[] body)
    {
        if (body.Length > 0 && http.Request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) != true)
            return null;
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body));
            // Pair by pair: as a whole it would take names that differ in their case for one.
            var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
            for (var count = 0; reader.ReadNextPair() is { } pair; count++)
                fields[pair.Key] = count < MostFields ? StringValues.Concat(fields.GetValueOrDefault(pair.Key), pair.Value) : throw new InvalidDataException();
            return new TwilioForm(fields);
        }
        catch (InvalidDataException)
        {
            return null; // more fields, or longer ones, than Twilio ever writes
        }
    }
}
