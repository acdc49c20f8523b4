using System.Net;
using System.Text.Json;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>What came of a request to the Graph API.</summary>
/// <param name="Status">Null when no answer came.</param>
/// <param name="Body">The answer; null when there is none, or when it is no JSON, such as a gateway's page.</param>
/// <param name="RetryAfter">What the answer asks us to wait; null when it does not.</param>
/// <param name="Fault">Why no answer came; "" when one did.</param>
/// <param name="IsKnownUnsent">Whether the request has certainly not gone out.</param>
sealed record MetaAnswer(HttpStatusCode? Status, JsonElement? Body, TimeSpan? RetryAfter, string Fault = "", bool IsKnownUnsent = false)
{
    public bool IsGood => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;

    /// <summary>The part of an answer that holds a fault; null when it holds none.</summary>
    public JsonPart? Error => Whole?.Part("error");

    public JsonPart? Whole => Body is { } body ? new JsonPart(body) : null;

    public static MetaAnswer None(string fault, bool isKnownUnsent) => new(null, null, null, fault, isKnownUnsent);
}
