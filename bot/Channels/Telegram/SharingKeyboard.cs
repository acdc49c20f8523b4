using Telegram.Bot.Types.ReplyMarkups;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>The keyboard that shares a place: Telegram gives a location only from there.</summary>
static class SharingKeyboard
{
    public static ReplyKeyboardMarkup Location(string label) => new([[KeyboardButton.WithRequestLocation(label)]])
    {
        ResizeKeyboard = true,
        OneTimeKeyboard = true,
    };
}
