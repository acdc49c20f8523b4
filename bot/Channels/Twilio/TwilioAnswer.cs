using System.Net;
using System.Text.Json;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>What came of a request to Twilio.</summary>
/// <param name="Status">Null when no answer came.</param>
/// <param name="Body">Null when there is none, or when it is no JSON object.</param>
/// <param name="RetryAfter">What the answer asks us to wait; null when it does not.</param>
/// <param name="Fault">Why no answer came; "" when one did.</param>
/// <param name="IsKnownUnsent">Whether the request has certainly not gone out.</param>
sealed record TwilioAnswer(HttpStatusCode? Status, JsonElement? Body, TimeSpan? RetryAfter, string Fault = "", bool IsKnownUnsent = false)
{
    public bool IsGood => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <summary>Whether Twilio may have done what was asked all the same.</summary>
    public bool LeavesOpen => Status is null ? !IsKnownUnsent : Status >= HttpStatusCode.InternalServerError || IsGood && Sid.Length == 0;

    /// <summary>The id of what was made; "" when the answer has none.</summary>
    public string Sid => Text("sid");

    /// <summary>Twilio's code of what went wrong; 0 when the answer has none.</summary>
    public int Code => Body is { } body && body.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0;

    public static TwilioAnswer Made(string sid) => new(HttpStatusCode.Created, JsonSerializer.SerializeToElement(new { sid }), null);

    public static TwilioAnswer None(string fault, bool isKnownUnsent) => new(null, null, null, fault, isKnownUnsent);

    public string Text(string name) => Body is { } body && body.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";
}
