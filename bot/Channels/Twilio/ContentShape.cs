using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RbcBot.Core.Conversations.Channels;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>A message with buttons or a list as Twilio wants it: its shape, which is made as a content once, and what is said in it, as values of variables.</summary>
/// <remarks>
/// Twilio refuses a value with a line break, a tab or more than four blanks in a row, and an empty one (error 21656). So each line of the text is a variable
/// of its own, the breaks between them belong to the shape, and what a row does not say has no variable.
/// </remarks>
sealed partial class ContentShape
{
    /// <summary>How the names of our contents begin.</summary>
    public const string Start = "rbcbot-";

    /// <summary>Twilio takes 100 variables; a list of ten described rows needs 31.</summary>
    const int MostLines = 60;

    const int HashLetters = 12;

    readonly List<string> values = [];
    readonly JsonObject type = [];
    readonly string kind;

    ContentShape(string kind, ChannelMessage message)
    {
        this.kind = kind;
        type["body"] = Body(message.Text);
        if (message.List is { } list)
        {
            type["button"] = Variable(list.Opener);
            type["items"] = new JsonArray([.. list.Rows.Select(Item)]);
        }
        else
            type["actions"] = new JsonArray([.. message.Rows.SelectMany(row => row).Select(Action)]);
        Name = $"{Start}{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(type.ToJsonString())))[..HashLetters]}";
    }

    /// <summary>The same for messages of one shape, and for no others.</summary>
    public string Name { get; }

    /// <summary>Of the variables 1, 2, 3 ….</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>What Twilio is asked to make.</summary>
    public JsonObject Content => new()
    {
        ["friendly_name"] = Name,
        ["language"] = "en",
        ["variables"] = new JsonObject(values.Select((_, index) => KeyValuePair.Create<string, JsonNode?>($"{index + 1}", "-"))),
        ["types"] = new JsonObject { [$"twilio/{kind}"] = type.DeepClone() },
    };

    public static ContentShape Of(ChannelMessage message) => new(message.List is null ? "quick-reply" : "list-picker", message);

    /// <summary>A value as Twilio takes it, on one line.</summary>
    public static string Flat(string value) => Blanks().Replace(Breaks().Replace(value, " ").Trim(), "    ") is { Length: > 0 } flat ? flat : "-";

    string Body(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines.Count(IsSaid) > MostLines ? Variable(text) : string.Join('\n', lines.Select(line => IsSaid(line) ? Variable(line) : ""));
    }

    JsonNode Action(ChannelButton button) => new JsonObject { ["title"] = Variable(button.Label), ["id"] = Variable(button.Payload) };

    JsonNode Item(ChannelRow row)
    {
        var item = new JsonObject { ["item"] = Variable(row.Title), ["id"] = Variable(row.Payload) };
        if (row.Description.Length > 0)
            item["description"] = Variable(row.Description);
        return item;
    }

    string Variable(string value)
    {
        values.Add(Flat(value));
        return $"{{{{{values.Count}}}}}";
    }

    static bool IsSaid(string line) => !string.IsNullOrWhiteSpace(line);

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex Breaks();

    [GeneratedRegex(@" {5,}")]
    private static partial Regex Blanks();
}
