using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Tests.Given;

/// <summary>What Twilio and WhatsApp refuse beyond the specification, as Twilio's pages of errors and of content types tell it.</summary>
static partial class FakeTwilioRules
{
    const int LongestBody = 1600;

    /// <summary>Twilio's code for a message that it does not take; 0 when it does.</summary>
    public static int Refusal(IFormCollection form, IReadOnlyDictionary<string, JsonObject> contents)
    {
        var sid = form["ContentSid"].ToString();
        if (sid.Length == 0)
            return form["Body"].ToString().Length > LongestBody ? 21617 : form["Body"].ToString().Length == 0 && !form.ContainsKey("MediaUrl") ? 21619 : 0;
        if (!contents.TryGetValue(sid, out var content) && sid != FakeTwilio.Approved)
            return 21655;
        return Values(form["ContentVariables"].ToString()) is { } values && Variables(content).All(values.ContainsKey) && !values.Values.Any(IsRefused) ? 0 : 21656;
    }

    /// <summary>What WhatsApp would not show.</summary>
    public static IEnumerable<string> Wrong(FakeWhatsAppMessage message)
    {
        if (message.Options.Count == 0)
            yield break;
        var isList = message.Opener.Length > 0;
        if (message.Text.Length > 1024 || message.Opener.Length > 20 || message.Options.Count > (isList ? 10 : 3))
            yield return $"A message of {message.Text.Length} characters, {message.Options.Count} options and the opener {message.Opener}.";
        foreach (var option in message.Options)
            if (option.Title.Length > (isList ? 24 : 20) || option.Description.Length > 72 || option.Payload.Length > 200)
                yield return $"The option {option.Title} is too long.";
        if (message.Options.DistinctBy(option => option.Payload).Count() < message.Options.Count || !isList && message.Options.DistinctBy(option => option.Title).Count() < message.Options.Count)
            yield return "Two options are the same.";
    }

    static IEnumerable<string> Variables(JsonObject? content) =>
        content is null ? [] : Variable().Matches(content["types"]!.ToJsonString()).Select(match => match.Groups[1].Value).Distinct();

    static Dictionary<string, string>? Values(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) is { Count: <= 100 } values ? values : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static bool IsRefused(string? value) => string.IsNullOrWhiteSpace(value) || value.Length > LongestBody || value.AsSpan().IndexOfAny("\r\n\t") >= 0 || value.Contains("     ", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{([0-9]+)\}\}")]
    private static partial Regex Variable();
}
