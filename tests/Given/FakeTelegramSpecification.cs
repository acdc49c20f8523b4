using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace RbcBot.Tests.Given;

/// <summary>The official specification of the Bot API, when ../shared is there: what we send is held against it.</summary>
sealed class FakeTelegramSpecification
{
    /// <summary>Null when the specification is absent. Read once: it is large.</summary>
    public static readonly FakeTelegramSpecification? Found = Find();

    readonly JsonObject specification;
    readonly ConcurrentDictionary<string, Task<JsonSchema>> schemas = [];

    FakeTelegramSpecification(JsonObject specification) => this.specification = specification;

    /// <summary>../shared beside the project's root; null when it is absent.</summary>
    public static string? SharedFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "RbcBot.sln")))
                return Path.Combine(folder.FullName, "..", "shared") is var shared && Directory.Exists(shared) ? shared : null;
        return null;
    }

    static FakeTelegramSpecification? Find() =>
        SharedFolder() is { } shared && Path.Combine(shared, "specs", "telegram", "bot-api-10.1.schema.json") is var file && File.Exists(file)
            ? new FakeTelegramSpecification(JsonNode.Parse(File.ReadAllText(file))!.AsObject())
            : null;

    /// <summary>What is wrong with the request; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(string method, JsonObject body)
    {
        if (specification["methods"]![method] is null)
            return [$"{method}: no such method"];
        return [.. await CheckAsync("methods", method, body), .. LongPayloads(body).Select(payload => $"{method}: callback_data over 64 bytes: {payload}")];
    }

    /// <summary>What is wrong with an update of the fake's own.</summary>
    public Task<IReadOnlyList<string>> CheckUpdateAsync(JsonObject update) => CheckAsync("definitions", "Update", update);

    async Task<IReadOnlyList<string>> CheckAsync(string part, string name, JsonObject json)
    {
        var schema = await schemas.GetOrAdd($"{part}/{name}", _ => SchemaAsync(part, name));
        return [.. schema.Validate(json.ToJsonString()).Select(error => $"{name}: {error}")];
    }

    Task<JsonSchema> SchemaAsync(string part, string name)
    {
        var schema = specification[part]![name]!.DeepClone().AsObject();
        schema["definitions"] = specification["definitions"]!.DeepClone();
        return JsonSchema.FromJsonAsync(schema.ToJsonString());
    }

    static IEnumerable<string> LongPayloads(JsonObject body) => FakeTelegramMessage.RowsOf(body["reply_markup"])
        .SelectMany(row => row).Select(button => button.Payload).Where(payload => Encoding.UTF8.GetByteCount(payload) > 64);
}
