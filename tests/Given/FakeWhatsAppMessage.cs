using System.Text.Json.Nodes;

namespace RbcBot.Tests.Given;

/// <summary>Something that a person can press under a message in the fake Meta: a button, or a row of a list.</summary>
sealed record FakeWhatsAppOption(string Title, string Description, string Payload)
{
    /// <summary>What a person reads of it.</summary>
    public string Shown => Description.Length > 0 ? $"{Title} {Description}" : Title;
}

/// <summary>A message as it reached a person of the fake Meta.</summary>
/// <param name="Kind">Such as text, interactive, template, image.</param>
/// <param name="Opener">What opens its list; "" when it has none.</param>
sealed record FakeWhatsAppMessage(string Id, string To, string Kind, string Text, string Opener, IReadOnlyList<FakeWhatsAppOption> Options, JsonObject Body)
{
    /// <summary>The option that a person would call so; null when there is none.</summary>
    public FakeWhatsAppOption? Option(string label) => Options.FirstOrDefault(option => option.Title == label || option.Description == label);

    public static FakeWhatsAppMessage Of(string id, JsonObject body)
    {
        var kind = (string)body["type"]!;
        var content = body[kind]!;
        var action = content["action"];
        var options = (action?["buttons"]?.AsArray() ?? []).Select(button => Option(button!["reply"]!))
            .Concat((action?["sections"]?.AsArray() ?? []).SelectMany(section => section!["rows"]!.AsArray()).Select(row => Option(row!)));
        return new FakeWhatsAppMessage(id, (string)(body["to"] ?? body["recipient"])!, kind, TextOf(kind, content), (string?)action?["button"] ?? "", [.. options], body);
    }

    static string TextOf(string kind, JsonNode content) => kind switch
    {
        "text" => (string)content["body"]!,
        "interactive" => (string)content["body"]!["text"]!,
        "template" => $"[{content["name"]} {content["language"]!["code"]}: {string.Join(", ", (content["components"]?[0]?["parameters"]?.AsArray() ?? []).Select(value => (string)value!["text"]!))}]",
        _ => $"[{kind} {content["caption"]}]",
    };

    static FakeWhatsAppOption Option(JsonNode json) => new((string)json["title"]!, (string?)json["description"] ?? "", (string)json["id"]!);
}

/// <summary>A request of ours to the fake Meta.</summary>
/// <param name="Path">What stands behind the number's id, such as messages; of a file its id.</param>
sealed record FakeMetaCall(string Path, string Authorization, JsonObject Body, byte[] File);

/// <summary>What the fake Meta does instead of answering a request.</summary>
/// <param name="Code">Of the Cloud API; 0 for an answer that is a gateway's page.</param>
sealed record FakeMetaFault(int Status, int Code, string Title = "", int? Subcode = null, int? RetryAfter = null, bool IsReset = false, TimeSpan Slow = default)
{
    public static readonly FakeMetaFault ServerError = new(500, 131000, "Something went wrong");
    public static readonly FakeMetaFault BadGateway = new(502, 0);
    public static readonly FakeMetaFault Reset = new(0, 0, IsReset: true);
    public static readonly FakeMetaFault WindowClosed = new(400, 131047, "Re-engagement message");
    public static readonly FakeMetaFault NoTemplate = new(404, 132001, "Template name does not exist in the translation");

    public static FakeMetaFault Of(int code, int status = 400) => new(status, code, "Said by the fake");

    /// <summary>Does what was asked, but answers only after the time.</summary>
    public static FakeMetaFault SlowBy(TimeSpan time) => new(0, 0, Slow: time);
}
