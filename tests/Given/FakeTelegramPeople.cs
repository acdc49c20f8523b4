using System.Text.Json.Nodes;

namespace RbcBot.Tests.Given;

/// <summary>The JSON of people, chats and messages in the fake Telegram.</summary>
static class FakeTelegramPeople
{
    /// <summary>What happens gets its numbers when it is added to the updates.</summary>
    const int Unnumbered = 0;

    public static JsonObject User(long id) => new() { ["id"] = id, ["is_bot"] = false, ["first_name"] = "Keza", ["language_code"] = "fr" };

    public static JsonObject Chat(long id) => new() { ["id"] = id, ["type"] = "private", ["first_name"] = "Keza" };

    public static JsonObject Message(int id, long chat, JsonObject from, string text) => new()
    {
        ["message_id"] = id,
        ["from"] = from,
        ["chat"] = Chat(chat),
        ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["text"] = text,
    };

    public static JsonObject Said(long chat, string text) =>
        new() { ["message"] = Message(Unnumbered, chat, User(chat), text) };

    /// <summary>A message that carries something else than text.</summary>
    public static JsonObject Sent(long chat, string part, JsonNode content)
    {
        var said = Said(chat, "");
        said["message"]!.AsObject().Remove("text");
        said["message"]![part] = content;
        return said;
    }

    public static JsonObject Pressed(FakeTelegramMessage message, string payload) => new()
    {
        ["callback_query"] = new JsonObject
        {
            ["id"] = "unnumbered",
            ["from"] = User(message.Chat),
            ["message"] = Message(message.Id, message.Chat, FakeTelegramMethods.Bot(), message.Text),
            ["chat_instance"] = "1",
            ["data"] = payload,
        },
    };

    public static JsonObject BecameMember(long chat, string before, string after) => new()
    {
        ["my_chat_member"] = new JsonObject
        {
            ["chat"] = Chat(chat),
            ["from"] = User(chat),
            ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["old_chat_member"] = Member(before),
            ["new_chat_member"] = Member(after),
        },
    };

    static JsonObject Member(string status)
    {
        var member = new JsonObject { ["user"] = FakeTelegramMethods.Bot(), ["status"] = status };
        if (status == "kicked")
            member["until_date"] = 0;
        return member;
    }
}
