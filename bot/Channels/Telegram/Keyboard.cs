using RbcBot.Core.Conversations.Channels;
using Telegram.Bot.Types.ReplyMarkups;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Rows of buttons as Telegram takes them.</summary>
static class Keyboard
{
    /// <summary>Null when there are no buttons.</summary>
    public static InlineKeyboardMarkup? Of(IReadOnlyList<IReadOnlyList<ChannelButton>> rows) => rows.Count == 0 ? null
        : new InlineKeyboardMarkup(rows.Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(button.Label, button.Payload))));
}
