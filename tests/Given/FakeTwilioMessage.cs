using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace RbcBot.Tests.Given;

/// <summary>A message as it reaches a person of the fake Twilio: a content's variables are filled in.</summary>
static class FakeTwilioMessage
{
    public static FakeWhatsAppMessage Of(string id, IFormCollection form, IReadOnlyDictionary<string, JsonObject> contents)
    {
        var to = form["To"].ToString();
        if (form["ContentSid"].ToString() is not { Length: > 0 } sid)
            return new FakeWhatsAppMessage(id, to, form.ContainsKey("MediaUrl") ? "media" : "text", form.ContainsKey("MediaUrl") ? $"[media {form["Body"]}]" : form["Body"].ToString(), "", [], []);
        var values = JsonNode.Parse(form["ContentVariables"].ToString())!.AsObject();
        return contents.TryGetValue(sid, out var content) ? Filled(id, to, content, values)
            : new FakeWhatsAppMessage(id, to, "template", $"[{sid}: {string.Join(", ", values.Select(value => value.Value))}]", "", [], []);
    }

    static FakeWhatsAppMessage Filled(string id, string to, JsonObject content, JsonObject values)
    {
        var type = content["types"]!.AsObject().Single().Value!;
        var options = (type["actions"]?.AsArray() ?? []).Select(action => Option(action!, "title"))
            .Concat((type["items"]?.AsArray() ?? []).Select(item => Option(item!, "item")));
        return new FakeWhatsAppMessage(id, to, "interactive", Fill((string)type["body"]!), type["button"] is { } opener ? Fill((string)opener!) : "", [.. options], content);

        FakeWhatsAppOption Option(JsonNode json, string title) => new(Fill((string)json[title]!), Fill((string?)json["description"] ?? "").Trim(), Fill((string)json["id"]!));

        string Fill(string text) => Regex.Replace(text, @"\{\{([0-9]+)\}\}", match => (string)values[match.Groups[1].Value]!);
    }
}
