using System.Text.Json;

namespace RbcBot.Tests.Faults.Simulation;

/// <summary>Updates as Telegram writes them.</summary>
static class TelegramLetter
{
    public static byte[] Text(int update, string chat, string words, DateTimeOffset at) => Of(new
    {
        update_id = update,
        message = new { message_id = update, date = at.ToUnixTimeSeconds(), chat = Chat(chat), from = From(chat), text = words },
    });

    public static byte[] Press(int update, string chat, string payload, DateTimeOffset at) => Of(new
    {
        update_id = update,
        callback_query = new
        {
            id = $"{update}",
            from = From(chat),
            chat_instance = chat,
            message = new { message_id = update, date = at.ToUnixTimeSeconds(), chat = Chat(chat), text = "Q" },
            data = payload,
        },
    });

    /// <summary>The person blocked the bot, or let it in again.</summary>
    public static byte[] Membership(int update, string chat, bool isBlocked, DateTimeOffset at) => Of(new
    {
        update_id = update,
        my_chat_member = new { chat = Chat(chat), from = From(chat), date = at.ToUnixTimeSeconds(), old_chat_member = Member(!isBlocked), new_chat_member = Member(isBlocked) },
    });

    static object Chat(string chat) => new { id = long.Parse(chat), type = "private", first_name = "P" };

    static object From(string chat) => new { id = long.Parse(chat), is_bot = false, first_name = "P" };

    static object Member(bool isKicked) => isKicked
        ? (object)new { user = Bot(), status = "kicked", until_date = 0 }
        : new { user = Bot(), status = "member" };

    static object Bot() => new { id = 1, is_bot = true, first_name = "B" };

    static byte[] Of(object update) => JsonSerializer.SerializeToUtf8Bytes(update);
}
