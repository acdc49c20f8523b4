namespace RbcBot.Core.Conversations.Channels;

/// <summary>Lays buttons out in rows: answers first, then what helps to find one, commands in the last rows; long labels alone.</summary>
public static class ButtonRows
{
    /// <summary>Labels longer than this stand alone in their row, in characters.</summary>
    public const int LongestSharing = 18;

    const int LongestOnScale = 3;
    const int RowOfScale = 5;
    const int Row = 3;

    /// <param name="aids">What helps to find an answer.</param>
    public static IReadOnlyList<IReadOnlyList<ChannelButton>> Of(
        IReadOnlyList<ChannelButton> answers, IReadOnlyList<ChannelButton> aids, IReadOnlyList<ChannelButton> commands) =>
        [.. Even(answers, Width(answers)), .. Even(aids, Row), .. Even(commands, Row)];

    static int Width(IReadOnlyList<ChannelButton> answers) =>
        answers.Any(answer => answer.Label.Length > LongestSharing) ? 1
        : answers.Count >= RowOfScale && answers.All(answer => answer.Label.Length <= LongestOnScale) ? RowOfScale
        : Row;

    // Even rows: four short answers stand two and two, not three and one.
    static IEnumerable<IReadOnlyList<ChannelButton>> Even(IReadOnlyList<ChannelButton> buttons, int width)
    {
        if (buttons.Count == 0)
            return [];
        var rows = (buttons.Count + width - 1) / width;
        return buttons.Chunk((buttons.Count + rows - 1) / rows);
    }
}
