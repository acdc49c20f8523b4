using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace RbcBot.Tests.Given;

/// <summary>The specification of the Cloud API with Meta's examples, when ../shared is there: what we send, and what the fake answers and posts, is held against it.</summary>
sealed class FakeMetaSpecification
{
    const string Components = "#/components/schemas/";

    /// <summary>Null when the specification is absent. Read once: it is large.</summary>
    public static readonly FakeMetaSpecification? Found = Find();

    readonly JsonObject schemas;
    readonly ConcurrentDictionary<string, Task<JsonSchema>> read = [];

    FakeMetaSpecification(string folder)
    {
        var specification = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "whatsapp-cloud-v23.openapi.json")))!;
        schemas = specification["components"]!["schemas"]!.AsObject();
        Examples = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "webhook-examples.json")))!.AsObject();
    }

    /// <summary>Posts of Meta's own, by their names.</summary>
    public JsonObject Examples { get; }

    static FakeMetaSpecification? Find() =>
        FakeTelegramSpecification.SharedFolder() is { } shared && Path.Combine(shared, "specs", "meta") is var folder && Directory.Exists(folder)
            ? new FakeMetaSpecification(folder)
            : null;

    /// <summary>How the fake says that it took a message.</summary>
    public static JsonObject Taken(FakeWhatsAppMessage message) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["contacts"] = new JsonArray(new JsonObject { ["input"] = message.To, ["wa_id"] = message.To.TrimStart('+') }),
        ["messages"] = new JsonArray(new JsonObject { ["id"] = message.Id, ["message_status"] = "accepted" }),
    };

    /// <summary>How the fake says that it did not.</summary>
    public static JsonObject Refused(FakeMetaFault fault)
    {
        var error = new JsonObject { ["message"] = $"(#{fault.Code}) {fault.Title}", ["type"] = "OAuthException", ["code"] = fault.Code, ["fbtrace_id"] = "Afake" };
        if (fault.Subcode is { } subcode)
            error["error_subcode"] = subcode;
        return new JsonObject { ["error"] = error };
    }

    /// <summary>What is wrong with a message of ours; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(JsonObject message)
    {
        var kind = (string?)message["type"] ?? "";
        var said = message.DeepClone().AsObject();
        // Ids in the business's scope came after this version of the specification: they stand in a field of their own.
        if (said["recipient"] is { } person && said["to"] is null)
        {
            said.Remove("recipient");
            said["to"] = (string)person!;
        }

        // Nor does it know what is given along and comes back with the statuses, which is of 512 letters at most.
        if (said["biz_opaque_callback_data"] is { } ours)
        {
            said.Remove("biz_opaque_callback_data");
            if (((string)ours!).Length > 512)
                return ["biz_opaque_callback_data over 512"];
        }

        return [.. await CheckAsync($"{char.ToUpperInvariant(kind.FirstOrDefault('?'))}{kind[Math.Min(1, kind.Length)..]}Message", said), .. Long(message)];
    }

    /// <summary>What is wrong with a JSON of the fake's own.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(string name, JsonObject json)
    {
        if (schemas[name] is null)
            return [$"{name}: no such kind"];
        var schema = await read.GetOrAdd(name, SchemaAsync);
        return [.. schema.Validate(json.ToJsonString()).Select(error => $"{name}: {error}")];
    }

    /// <summary>The places of a JSON with the kind of what stands there, such as entry/changes/value/messages/id String.</summary>
    public static IEnumerable<string> Shape(JsonNode? json, string path = "") => json switch
    {
        JsonObject parts => parts.SelectMany(part => Shape(part.Value, $"{path}/{part.Key}")),
        JsonArray items => items.SelectMany(item => Shape(item, path)),
        _ => [$"{path} {json?.GetValueKind()}"],
    };

    // Written beside the schemas, not in them.
    static IEnumerable<string> Long(JsonObject message) =>
        (string?)message["text"]?["body"] is { Length: > 4096 } ? ["text over 4096"]
        : (string?)message["interactive"]?["body"]?["text"] is { Length: > 1024 } ? ["body over 1024"]
        : [];

    Task<JsonSchema> SchemaAsync(string name)
    {
        var root = Whole(schemas[name]!);
        var definitions = new JsonObject();
        Define(root, definitions);
        root["definitions"] = definitions;
        return JsonSchema.FromJsonAsync(root.ToJsonString().Replace(Components, "#/definitions/", StringComparison.Ordinal));
    }

    // Only what is named: the specification names kinds that it does not define.
    void Define(JsonObject schema, JsonObject definitions)
    {
        foreach (var other in Named(schema).Where(other => !definitions.ContainsKey(other)).ToList())
        {
            var whole = Whole(schemas[other]!);
            definitions[other] = whole;
            Define(whole, definitions);
        }
    }

    static IEnumerable<string> Named(JsonNode? schema) => schema switch
    {
        JsonObject parts => parts.SelectMany(part => part is { Key: "$ref", Value: { } other } ? [((string)other!)[Components.Length..]] : Named(part.Value)),
        JsonArray items => items.SelectMany(Named),
        _ => [],
    };

    // Which of several kinds it is, we say ourselves.
    static void Strip(JsonNode? schema)
    {
        if (schema is JsonArray items)
            foreach (var item in items)
                Strip(item);
        if (schema is not JsonObject parts)
            return;
        parts.Remove("discriminator");
        foreach (var (_, part) in parts)
            Strip(part);
    }

    // A schema made of parts, each of which forbids what the others allow, is meant as one.
    JsonObject Whole(JsonNode schema)
    {
        var whole = schema.DeepClone().AsObject();
        Strip(whole);
        if (whole["allOf"] is not JsonArray parts)
            return whole;
        var (properties, required) = (new JsonObject(), new HashSet<string>());
        foreach (var part in parts.Select(part => (string?)part!["$ref"] is { } other ? Whole(schemas[other[Components.Length..]]!) : part.AsObject()))
        {
            foreach (var (key, value) in part["properties"]?.AsObject() ?? [])
                properties[key] = value?.DeepClone();
            required.UnionWith((part["required"]?.AsArray() ?? []).Select(one => (string)one!));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required.Select(one => JsonValue.Create(one))]),
            ["additionalProperties"] = false,
        };
    }
}
