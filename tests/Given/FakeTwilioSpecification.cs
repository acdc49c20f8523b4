using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NJsonSchema;

namespace RbcBot.Tests.Given;

/// <summary>Twilio's specifications, when ../shared is there: what we send is held against them.</summary>
sealed class FakeTwilioSpecification
{
    const int LongestBody = 1600;

    /// <summary>Null when the specifications are absent.</summary>
    public static readonly FakeTwilioSpecification? Found = Find();

    readonly JsonObject fields;
    readonly Task<JsonSchema> content;
    readonly Dictionary<string, Task<JsonSchema>> answers;

    FakeTwilioSpecification(string folder)
    {
        var messages = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "messages-v2010.openapi.json")))!;
        fields = messages["paths"]!["/2010-04-01/Accounts/{AccountSid}/Messages.json"]!["post"]!["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["schema"]!["properties"]!.AsObject();
        var contents = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "content-v1.openapi.json")))!;
        content = Schema(contents, contents["components"]!["schemas"]!["ContentCreateRequest"]!);
        answers = new()
        {
            ["api.v2010.account.message"] = Schema(messages, messages["components"]!["schemas"]!["api.v2010.account.message"]!),
            ["ListMessageResponse"] = Schema(messages, Listed(messages, "/2010-04-01/Accounts/{AccountSid}/Messages.json")),
            ["content.v1.content"] = Schema(contents, contents["components"]!["schemas"]!["content.v1.content"]!),
            ["ListContentResponse"] = Schema(contents, Listed(contents, "/v1/Content")),
        };
    }

    static JsonNode Listed(JsonNode all, string path) => all["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

    static Task<JsonSchema> Schema(JsonNode all, JsonNode one)
    {
        var schema = one.DeepClone().AsObject();
        schema["definitions"] = all["components"]!["schemas"]!.DeepClone();
        return JsonSchema.FromJsonAsync(schema.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
    }

    static FakeTwilioSpecification? Find() =>
        FakeTelegramSpecification.SharedFolder() is { } shared && Path.Combine(shared, "specs", "twilio") is var folder && Directory.Exists(folder)
            ? new FakeTwilioSpecification(folder)
            : null;

    /// <summary>What is wrong with a message of ours; empty when nothing is.</summary>
    public IEnumerable<string> Check(IFormCollection form)
    {
        if (!form.ContainsKey("To") || !form.ContainsKey("From"))
            yield return "A message without To or From.";
        if (form["Body"].ToString().Length > LongestBody)
            yield return "A body of more than 1600 characters.";
        foreach (var (name, value) in form)
            if (fields[name] is not { } field)
                yield return $"{name} is no field of a message.";
            else if (field["pattern"] is { } pattern && !Regex.IsMatch(value.ToString(), (string)pattern!))
                yield return $"{name} is not of the form {pattern}.";
    }

    /// <summary>What is wrong with an answer of the fake; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CheckAnswerAsync(string schema, JsonObject answer) => [.. (await answers[schema]).Validate(answer.ToJsonString()).Select(wrong => wrong.ToString())];

    /// <summary>What is wrong with a content of ours; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(JsonObject made) => [.. (await content).Validate(made.ToJsonString()).Select(wrong => wrong.ToString())];
}
