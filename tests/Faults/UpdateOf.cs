using System.Text.Json.Nodes;
using RbcBot.Tests.Given;

namespace RbcBot.Tests.Faults;

/// <summary>Updates as Telegram would post them, with numbers that the test gives.</summary>
static class UpdateOf
{
    public static JsonObject Text(int update, long chat, string words, DateTimeOffset? at = null)
    {
        var said = FakeTelegramPeople.Said(chat, words);
        said["update_id"] = update;
        said["message"]!["message_id"] = update;
        if (at is { } moment)
            said["message"]!["date"] = moment.ToUnixTimeSeconds();
        return said;
    }

    public static JsonObject Press(int update, long chat, string payload, DateTimeOffset at)
    {
        var pressed = FakeTelegramPeople.Pressed(new FakeTelegramMessage(update, chat, "Q", [], false), payload);
        pressed["update_id"] = update;
        pressed["callback_query"]!["id"] = $"{update}";
        pressed["callback_query"]!["message"]!["date"] = at.ToUnixTimeSeconds();
        return pressed;
    }
}
