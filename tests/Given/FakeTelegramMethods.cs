using System.Text.Json.Nodes;
using System.Threading.Channels;
using System.Collections.Concurrent;

namespace RbcBot.Tests.Given;

/// <summary>The methods of the Bot API as the fake Telegram carries them out.</summary>
sealed class FakeTelegramMethods(FakeTelegramUpdates updates)
{
    readonly ConcurrentDictionary<int, FakeTelegramMessage> messages = [];
    readonly ConcurrentDictionary<long, Channel<FakeTelegramMessage>> chats = [];
    int last = 5000;

    /// <summary>Where updates are posted; null while the bot polls.</summary>
    public Uri? Webhook { get; private set; }

    public string Secret { get; private set; } = "";

    /// <summary>Commands by language code, "" for the default.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Commands { get; } = [];

    /// <summary>Files that people sent, by file_id.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = [];

    /// <summary>Files that the bot uploaded, by file_id.</summary>
    public ConcurrentDictionary<string, string> Uploaded { get; } = [];

    public Channel<FakeTelegramMessage> Chat(long chat) => chats.GetOrAdd(chat, _ => Channel.CreateUnbounded<FakeTelegramMessage>());

    public IEnumerable<FakeTelegramMessage> Messages(long chat) => messages.Values.Where(each => each.Chat == chat).OrderBy(each => each.Id);

    /// <summary>How many messages stand in all chats.</summary>
    public int Count => messages.Count;

    public async Task<(JsonNode? Result, FakeTelegramFault? Fault)> DoAsync(string method, JsonObject body, CancellationToken stop) => method switch
    {
        "getMe" => (Bot(), null),
        "getUpdates" when Webhook is not null => (null, new FakeTelegramFault(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")),
        "getUpdates" => (new JsonArray([.. await updates.TakeAsync(
            (int?)body["offset"] ?? 0, (int?)body["limit"] ?? 100, TimeSpan.FromSeconds((int?)body["timeout"] ?? 0), stop)]), null),
        "setWebhook" => (SetWebhook((string)body["url"]!, (string?)body["secret_token"] ?? ""), null),
        "deleteWebhook" => (SetWebhook("", ""), null),
        "getWebhookInfo" => (new JsonObject { ["url"] = Webhook?.ToString() ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = updates.Count }, null),
        "setMyCommands" => (SetCommands(body), null),
        "answerCallbackQuery" => (true, null),
        "sendMessage" => (Send(body), null),
        "sendPhoto" or "sendAudio" or "sendVideo" => Show(method[4..].ToLowerInvariant(), body),
        "getFile" => Way((string)body["file_id"]!),
        "editMessageReplyMarkup" or "editMessageText" => Edit(body),
        _ => (null, new FakeTelegramFault(404, "Not Found")),
    };

    public static JsonObject Bot() => new()
    {
        ["id"] = 123456,
        ["is_bot"] = true,
        ["first_name"] = "RBC",
        ["username"] = FakeTelegram.BotName,
        ["can_join_groups"] = false,
        ["can_read_all_group_messages"] = false,
        ["supports_inline_queries"] = false,
    };

    JsonNode SetWebhook(string url, string secret)
    {
        Webhook = url.Length > 0 ? new Uri(url) : null;
        Secret = secret;
        return true;
    }

    JsonNode SetCommands(JsonObject body)
    {
        Commands[(string?)body["language_code"] ?? ""] = [.. body["commands"]!.AsArray().Select(each => (string)each!["command"]!)];
        return true;
    }

    JsonObject Send(JsonObject body) => Keep(new FakeTelegramMessage(
        Interlocked.Increment(ref last), (long)body["chat_id"]!, (string)body["text"]!, FakeTelegramMessage.RowsOf(body["reply_markup"]), false));

    // A file that is uploaded gets an id; by the id of one that is there it is shown again.
    (JsonNode?, FakeTelegramFault?) Show(string part, JsonObject body)
    {
        var file = (string)body[part]!;
        var id = file.StartsWith("attach://", StringComparison.Ordinal) ? $"{part}-{Interlocked.Increment(ref last)}" : file;
        if (id == file && !Uploaded.ContainsKey(id))
            return (null, FakeTelegramFault.BadRequest("wrong file identifier/HTTP URL specified"));
        Uploaded[id] = part;
        var message = Keep(new FakeTelegramMessage(Interlocked.Increment(ref last), (long)body["chat_id"]!, (string?)body["caption"] ?? "", [], false));
        message[part] = part == "photo" ? new JsonArray(File(id, "width", "height")) : part == "audio" ? File(id, "duration") : File(id, "width", "height", "duration");
        return (message, null);
    }

    static JsonObject File(string id, params string[] numbers)
    {
        var file = new JsonObject { ["file_id"] = id, ["file_unique_id"] = id };
        foreach (var number in numbers)
            file[number] = 1;
        return file;
    }

    (JsonNode?, FakeTelegramFault?) Way(string id) => Files.TryGetValue(id, out var file)
        ? (new JsonObject { ["file_id"] = id, ["file_unique_id"] = id, ["file_size"] = file.Length, ["file_path"] = $"files/{id}.bin" }, null)
        : (null, FakeTelegramFault.BadRequest("wrong file_id or the file is temporarily unavailable"));

    (JsonNode?, FakeTelegramFault?) Edit(JsonObject body)
    {
        if (!messages.TryGetValue((int)body["message_id"]!, out var before))
            return (null, FakeTelegramFault.BadRequest("message to edit not found"));
        var after = before with
        {
            Text = (string?)body["text"] ?? before.Text,
            Rows = FakeTelegramMessage.RowsOf(body["reply_markup"]),
            IsEdited = true,
        };
        var isSame = after.Text == before.Text && after.Rows.SelectMany(row => row).SequenceEqual(before.Rows.SelectMany(row => row));
        return isSame
            ? (null, FakeTelegramFault.BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"))
            : (Keep(after), null);
    }

    JsonObject Keep(FakeTelegramMessage message)
    {
        messages[message.Id] = message;
        Chat(message.Chat).Writer.TryWrite(message);
        return FakeTelegramPeople.Message(message.Id, message.Chat, Bot(), message.Text);
    }
}
