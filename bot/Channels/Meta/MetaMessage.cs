using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Channels;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Messages as the Cloud API takes them.</summary>
static partial class MetaMessage
{
    /// <summary>What of ours comes back with every report: up to 512 letters.</summary>
    public const string OurName = "biz_opaque_callback_data";

    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>A text, with the buttons or the list that are pressed under it.</summary>
    public static JsonObject Of(Envelope to, ChannelMessage message) => message switch
    {
        { List: { } list } => Interactive(to, "list", message.Text, new() { ["button"] = list.Opener, ["sections"] = new JsonArray(new JsonObject { ["rows"] = Rows(list.Rows) }) }),
        { Rows.Count: > 0 } => Interactive(to, "button", message.Text, new() { ["buttons"] = Buttons(message.Rows.SelectMany(row => row)) }),
        _ => To(to, "text", new() { ["body"] = message.Text, ["preview_url"] = false }),
    };

    /// <summary>A picture, sound, film or file that Meta has.</summary>
    /// <param name="type">Such as image.</param>
    /// <param name="caption">"" for none; sounds take none.</param>
    public static JsonObject Of(Envelope to, string type, string media, string caption, string fileName)
    {
        var shown = new JsonObject { ["id"] = media };
        if (caption.Length > 0)
            shown["caption"] = caption;
        if (type == "document")
            shown["filename"] = fileName;
        return To(to, type, shown);
    }

    /// <summary>An approved template in a language of Meta's.</summary>
    public static JsonObject Of(Envelope to, TemplateUse template, string code)
    {
        var body = new JsonObject { ["name"] = template.Name, ["language"] = new JsonObject { ["policy"] = "deterministic", ["code"] = code } };
        if (template.Values.Count > 0)
            body["components"] = new JsonArray(new JsonObject { ["type"] = "body", ["parameters"] = Parameters(template.Values) });
        return To(to, "template", body);
    }

    public static ByteArrayContent Content(JsonObject message)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, Plain));
        content.Headers.ContentType = Json;
        return content;
    }

    // A number is not her id: Meta takes that in another field, and one in the wrong field is accepted and never arrives.
    static JsonObject To(Envelope to, string type, JsonObject content)
    {
        var message = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            [to.To.StartsWith('+') ? "to" : "recipient"] = to.To,
            ["type"] = type,
            [type] = content,
        };
        if (to.Reference.Length > 0)
            message[OurName] = to.Reference;
        return message;
    }

    static JsonObject Interactive(Envelope to, string type, string text, JsonObject action) => To(to, "interactive", new()
    {
        ["type"] = type,
        ["body"] = new JsonObject { ["text"] = text },
        ["action"] = action,
    });

    static JsonArray Buttons(IEnumerable<ChannelButton> buttons) => new([.. buttons.Select(button => new JsonObject
    {
        ["type"] = "reply",
        ["reply"] = new JsonObject { ["id"] = button.Payload, ["title"] = button.Label },
    })]);

    static JsonArray Rows(IEnumerable<ChannelRow> rows) => new([.. rows.Select(row =>
    {
        var shown = new JsonObject { ["id"] = row.Payload, ["title"] = row.Title };
        if (row.Description.Length > 0)
            shown["description"] = row.Description;
        return shown;
    })]);

    // Meta refuses a value with a line break, a tab or more than four blanks in it, and an empty one.
    static JsonArray Parameters(IEnumerable<string> values) => new([.. values.Select(value => new JsonObject
    {
        ["type"] = "text",
        ["text"] = Blanks().Replace(value, " ").Trim() is { Length: > 0 } text ? text : "-",
    })]);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
