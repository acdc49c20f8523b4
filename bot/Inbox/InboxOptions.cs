namespace RbcBot.Bot.Inbox;

/// <summary>How the inbox is served.</summary>
/// <param name="Lanes">People served at the same moment; 1 to 1024, default 16.</param>
sealed record InboxOptions(int Lanes = 16)
{
    const int MostLanes = 1024;

    /// <summary>The options of the settings, checked.</summary>
    public static InboxOptions Of(IConfiguration settings) =>
        new(SettingReading.Number(settings, "Inbox:Lanes", 1, MostLanes, new InboxOptions().Lanes));
}
