namespace RbcBot.Bot.Inbox;

/// <summary>How the inbox is served.</summary>
/// <param name="Lanes">People served at the same moment; 1 to 1024, default 16.</param>
/// <param name="MessagesPerMinute">
/// Messages that one person may send in a minute; 10 to 1,000,000, default 120. A person presses at most about one button a second, a phone that
/// was without a network sends what has gathered at once, and no channel takes more than one reply a second for her.
/// </param>
sealed record InboxOptions(int Lanes = 16, int MessagesPerMinute = 120)
{
    const int MostLanes = 1024, FewestPerMinute = 10, MostPerMinute = 1_000_000;

    /// <summary>The options of the settings, checked.</summary>
    public static InboxOptions Of(IConfiguration settings) => new(
        SettingReading.Number(settings, "Inbox:Lanes", 1, MostLanes, new InboxOptions().Lanes),
        SettingReading.Number(settings, "Inbox:MessagesPerMinute", FewestPerMinute, MostPerMinute, new InboxOptions().MessagesPerMinute));
}
