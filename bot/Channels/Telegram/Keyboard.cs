using RbcBot.Core.Conversations;
using Telegram.Bot.Types.ReplyMarkups;

namespace RbcBot.Bot.Channels.Telegram;

/// <summary>Lays buttons out under a message: answers first, then what helps to find one, commands in the last rows.</summary>
static class Keyboard
{
    /// <summary>Labels longer than this stand alone in their row, in characters.</summary>
    public const int LongestSharing = 18;

    const int LongestOnScale = 3;
    const int RowOfScale = 5;
    const int Row = 3;

    /// <summary>Null when there are no buttons.</summary>
    public static InlineKeyboardMarkup? Of(IReadOnlyList<Button> buttons)
    {
        if (buttons.Count == 0)
            return null;
        var answers = buttons.Where(button => button.Role == ButtonRole.Answer).ToList();
        var aids = buttons.Where(button => button.Role == ButtonRole.Aid).ToList();
        var commands = buttons.Where(button => button.Role == ButtonRole.Command).ToList();
        return new InlineKeyboardMarkup(Rows(answers, Width(answers)).Concat(Rows(aids, Row)).Concat(Rows(commands, Row)));
    }

    static int Width(List<Button> answers) =>
        answers.Any(answer => Label(answer).Length > LongestSharing) ? 1
        : answers.Count >= RowOfScale && answers.All(answer => answer.Label.Length <= LongestOnScale) ? RowOfScale
        : Row;

    // Even rows: four short answers stand two and two, not three and one.
    static IEnumerable<IEnumerable<InlineKeyboardButton>> Rows(List<Button> buttons, int width)
    {
        if (buttons.Count == 0)
            return [];
        var rows = (buttons.Count + width - 1) / width;
        return buttons.Chunk((buttons.Count + rows - 1) / rows)
            .Select(row => row.Select(button => InlineKeyboardButton.WithCallbackData(Label(button), button.Payload)));
    }

    static string Label(Button button) => button.IsTicked ? $"✅ {button.Label}" : button.Label;
}
