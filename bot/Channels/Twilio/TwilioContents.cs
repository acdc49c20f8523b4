using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using RbcBot.Core.Conversations.Channels;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>
/// Buttons and lists as Twilio has them: a content must be made before it can be sent. All that is said in it are variables, so that a content for each
/// shape (one to three buttons, one to ten rows, with second lines or without) serves every question; each is found by its name, or made once.
/// </summary>
sealed class TwilioContents(TwilioOptions options, TwilioLine line) : IDisposable
{
    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly ConcurrentDictionary<string, string> known = [];
    readonly SemaphoreSlim one = new(1);

    public void Dispose() => one.Dispose();

    /// <summary>The content's id with the values of its variables, or else what Twilio answered instead of making it.</summary>
    public async Task<(string Sid, IReadOnlyList<string> Values, TwilioAnswer? Fault)> OfAsync(ChannelMessage message, CancellationToken stop)
    {
        var shape = message.List is { } list ? ListPicker(message.Text, list) : QuickReply(message.Text, [.. message.Rows.SelectMany(row => row)]);
        if (known.TryGetValue(shape.Name, out var sid))
            return (sid, shape.Values, null);
        // One at a time: when a question goes to many, all of them want it at once.
        await one.WaitAsync(stop);
        try
        {
            if (known.IsEmpty)
                await FindAsync(stop);
            return known.TryGetValue(shape.Name, out var found) ? (found, shape.Values, null) : await MakeAsync(shape, stop);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Twilio knows none of them any more: somebody deleted one.</summary>
    public void Forget() => known.Clear();

    async Task<(string, IReadOnlyList<string>, TwilioAnswer?)> MakeAsync(Shape shape, CancellationToken stop)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(shape.Content));
        content.Headers.ContentType = Json;
        var answer = await line.AskAsync(HttpMethod.Post, options.ContentUrl, content, stop);
        if (!answer.IsGood || answer.Sid.Length == 0)
            return ("", shape.Values, answer);
        known[shape.Name] = answer.Sid;
        return (answer.Sid, shape.Values, null);
    }

    // What was made before a start is still there.
    async Task FindAsync(CancellationToken stop)
    {
        var answer = await line.AskAsync(HttpMethod.Get, new Uri($"{options.ContentUrl}?PageSize=500"), null, stop);
        if (answer.Body is not { } body || !body.TryGetProperty("contents", out var contents) || contents.ValueKind != JsonValueKind.Array)
            return;
        foreach (var content in contents.EnumerateArray())
            if (content.TryGetProperty("friendly_name", out var name) && content.TryGetProperty("sid", out var sid) && name.GetString() is { } word && word.StartsWith(Shape.Start, StringComparison.Ordinal))
                known[word] = sid.GetString() ?? "";
    }

    static Shape QuickReply(string text, IReadOnlyList<ChannelButton> buttons)
    {
        var shape = new Shape($"quick-reply-{buttons.Count}", "twilio/quick-reply");
        shape.Type["body"] = shape.Variable(text);
        shape.Type["actions"] = new JsonArray([.. buttons.Select(button => new JsonObject { ["title"] = shape.Variable(button.Label), ["id"] = shape.Variable(button.Payload) })]);
        return shape;
    }

    static Shape ListPicker(string text, ChannelList list)
    {
        var isDescribed = list.Rows.Any(row => row.Description.Length > 0);
        var shape = new Shape($"list-picker-{list.Rows.Count}{(isDescribed ? "-described" : "")}", "twilio/list-picker");
        shape.Type["body"] = shape.Variable(text);
        shape.Type["button"] = shape.Variable(list.Opener);
        shape.Type["items"] = new JsonArray([.. list.Rows.Select(row =>
        {
            var item = new JsonObject { ["item"] = shape.Variable(row.Title), ["id"] = shape.Variable(row.Payload) };
            // A row of those that need none says a blank: Twilio takes no empty variable.
            if (isDescribed)
                item["description"] = shape.Variable(row.Description.Length > 0 ? row.Description : " ");
            return item;
        })]);
        return shape;
    }

    /// <summary>A content in the making.</summary>
    sealed class Shape(string name, string type)
    {
        public const string Start = "rbcbot-";

        readonly List<string> values = [];

        public string Name => Start + name;

        public JsonObject Type { get; } = [];

        public IReadOnlyList<string> Values => values;

        public JsonObject Content => new()
        {
            ["friendly_name"] = Name,
            ["language"] = "en",
            ["variables"] = new JsonObject(values.Select((_, index) => KeyValuePair.Create<string, JsonNode?>($"{index + 1}", "-"))),
            ["types"] = new JsonObject { [type] = Type },
        };

        /// <summary>The next variable, with what it says.</summary>
        public string Variable(string value)
        {
            values.Add(value);
            return $"{{{{{values.Count}}}}}";
        }
    }
}
