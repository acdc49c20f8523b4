using System.Globalization;

namespace RbcBot.Bot.Inbox;

/// <summary>How the inbox is served.</summary>
/// <param name="Lanes">People served at the same moment; 1 to 1024, default 16.</param>
sealed record InboxOptions(int Lanes = 16)
{
    const int MostLanes = 1024;

    /// <summary>The options of the section, checked.</summary>
    public static InboxOptions Of(IConfigurationSection section)
    {
        var options = section["Lanes"] is { } lanes ? new InboxOptions(int.Parse(lanes, CultureInfo.InvariantCulture)) : new InboxOptions();
        return options.Lanes is >= 1 and <= MostLanes
            ? options
            : throw new InvalidOperationException($"Inbox:Lanes is {options.Lanes}; it must be 1 to {MostLanes}.");
    }
}
